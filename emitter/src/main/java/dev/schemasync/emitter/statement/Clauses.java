package dev.schemasync.emitter.statement;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Clauses that statements of several families share. */
public final class Clauses {
  private Clauses() {}

  public static SqlWriter collate(SqlWriter sql, Optional<QualifiedName> collation) {
    return sql.ifPresent(collation, (w, c) -> w.keyword("COLLATE").qualified(c));
  }

  public static SqlWriter defaultValue(SqlWriter sql, SqlText expression) {
    return sql.keyword("DEFAULT").verbatim(expression);
  }

  /** The name of a constraint, before its definition. */
  public static SqlWriter constraint(SqlWriter sql, Identifier name) {
    return sql.keyword("CONSTRAINT").identifier(name);
  }

  /** The definition of a check of a table or domain. */
  public static SqlWriter check(SqlWriter sql, Identifier name, SqlText expression) {
    // A pair of parentheses too many leaves no trace: the server keeps the parsed expression.
    return constraint(sql, name).keyword("CHECK").parenthesised(w -> w.verbatim(expression));
  }

  /** When a constraint or constraint trigger is checked, if that can be put off. */
  public static SqlWriter deferrability(SqlWriter sql, Constraint.Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> sql;
      case DEFERRABLE -> sql.keyword("DEFERRABLE");
      case INITIALLY_DEFERRED -> sql.keyword("DEFERRABLE INITIALLY DEFERRED");
    };
  }

  /** ENABLE or DISABLE, before what a trigger, rule or event trigger is called. */
  public static SqlWriter firing(SqlWriter sql, Firing firing) {
    return switch (firing) {
      case ORIGIN -> sql.keyword("ENABLE");
      case DISABLED -> sql.keyword("DISABLE");
      case REPLICA -> sql.keyword("ENABLE REPLICA");
      case ALWAYS -> sql.keyword("ENABLE ALWAYS");
    };
  }

  /** Who has a privilege, or is meant by a policy. */
  public static SqlWriter grantee(SqlWriter sql, Grantee grantee) {
    return switch (grantee) {
      case Grantee.Everybody everybody -> sql.keyword("PUBLIC");
      case Grantee.Role(var name) -> sql.identifier(name);
    };
  }

  /** Options of what is foreign, if there are any. */
  public static SqlWriter options(SqlWriter sql, ImmutableMap<String, String> options) {
    return options(sql, options, SqlWriter::literal);
  }

  /** The same with values that are written in a way of their own. */
  public static <V> SqlWriter options(
      SqlWriter sql, ImmutableMap<String, V> options, BiConsumer<SqlWriter, V> value) {
    return sql.when(
        !options.isEmpty(),
        w ->
            w.keyword("OPTIONS")
                .parenthesised(
                    options.entrySet(),
                    (v, option) ->
                        value.accept(
                            v.identifier(Identifier.of(option.getKey())), option.getValue())));
  }

  /** OPTIONS that make those of an object that is there what they should be. */
  public static SqlWriter changedOptions(
      SqlWriter sql, ImmutableMap<String, String> present, ImmutableMap<String, String> wanted) {
    Options changes = new Options();
    present.keySet().stream()
        .filter(name -> !wanted.containsKey(name))
        .forEach(name -> changes.add(w -> w.keyword("DROP").identifier(Identifier.of(name))));
    wanted.forEach(
        (name, value) ->
            changes.add(
                !value.equals(present.get(name)),
                w ->
                    (present.containsKey(name) ? w.keyword("SET") : w.keyword("ADD"))
                        .identifier(Identifier.of(name))
                        .literal(value)));
    return sql.keyword("OPTIONS").parenthesised(changes.build(), (w, change) -> change.accept(w));
  }

  public static SqlWriter tablespace(SqlWriter sql, Identifier tablespace) {
    return sql.keyword("TABLESPACE").identifier(tablespace);
  }

  /** A condition, as WHERE and WHEN have it. */
  public static SqlWriter condition(SqlWriter sql, SqlText condition) {
    return sql.parenthesised(w -> w.verbatim(condition));
  }
}
