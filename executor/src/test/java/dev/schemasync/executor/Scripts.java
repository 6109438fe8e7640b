package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.plan.Lock;
import dev.schemasync.model.plan.LockMode;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.Statement;
import dev.schemasync.model.script.Statement.CrossCheck;
import dev.schemasync.model.script.emitting.EmitterKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes scripts of given texts, as the emitter would. */
final class Scripts {
  /** What making a table takes beside its own: its TOAST table, that one's index, its types. */
  private static final int FURTHER_LOCKS = 3;

  private final Stage stage;
  private final List<Statement> statements = new ArrayList<>();

  private Scripts(Stage stage) {
    this.stage = stage;
  }

  static Scripts of(Stage stage) {
    return new Scripts(stage);
  }

  static Script preData(String... texts) {
    return preData(ImmutableList.copyOf(texts));
  }

  static Script preData(List<String> texts) {
    Scripts scripts = of(Stage.PRE_DATA);
    texts.forEach(scripts::light);
    return scripts.script();
  }

  static Lock lock(String table, LockMode mode) {
    return new Lock(ObjectId.table(QualifiedName.of("public", table)), mode);
  }

  /** A statement that reads no rows and locks nothing. */
  Scripts light(String text, Integer... after) {
    return add(text, true, 0, ImmutableList.of(), after);
  }

  /** A statement that belongs to the table of that name. */
  Scripts of(String table, String text, Integer... after) {
    return of(table, FURTHER_LOCKS, text, after);
  }

  /** The same, taking so many locks beside that of the table. */
  Scripts of(String table, int furtherLocks, String text, Integer... after) {
    return add(
        text,
        ObjectId.table(QualifiedName.of("public", table)),
        furtherLocks,
        true,
        0,
        ImmutableList.of(),
        after);
  }

  Scripts heavy(String text, long weight, List<Lock> locks, Integer... after) {
    return add(text, true, weight, locks, after);
  }

  Scripts concurrent(String text, long weight, List<Lock> locks, Integer... after) {
    return add(text, false, weight, locks, after);
  }

  private Scripts add(
      String text, boolean transactional, long weight, List<Lock> locks, Integer... after) {
    int number = statements.size();
    return add(
        text,
        ObjectId.table(QualifiedName.of("object", "o" + number)),
        FURTHER_LOCKS,
        transactional,
        weight,
        locks,
        after);
  }

  private Scripts add(
      String text,
      ObjectId object,
      int furtherLocks,
      boolean transactional,
      long weight,
      List<Lock> locks,
      Integer... after) {
    int number = statements.size();
    statements.add(
        new Statement(
            number,
            Sql.emitted(EmitterKey.KEY, text),
            Optional.empty(),
            object,
            "summary " + number,
            stage,
            ImmutableSortedSet.copyOf(after),
            ImmutableSortedSet.copyOf(locks),
            new Footprint(object, ImmutableSortedSet.of(object), furtherLocks),
            ImmutableList.of(),
            transactional,
            weight,
            CrossCheck.NOT_COVERED));
    return this;
  }

  Script script() {
    return new Script(
        stage,
        ImmutableList.of(
            Sql.emitted(
                EmitterKey.KEY, "SELECT pg_catalog.set_config('search_path', 'public', false)"),
            Sql.emitted(EmitterKey.KEY, "SET check_function_bodies = off")),
        ImmutableList.copyOf(statements));
  }
}
