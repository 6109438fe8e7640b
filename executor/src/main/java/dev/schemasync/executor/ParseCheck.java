package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.Validity.ServerParser;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the parser of a shard's server read its whole script before anything runs, and finds every
 * statement it does not accept.
 */
final class ParseCheck {
  private static final int BATCH_CHARACTERS = 1 << 20;
  private static final int BATCH_STATEMENTS = 2_000;

  private final ShardRun run;
  private final Session session;
  private final Map<Statement, ServerError> rejected = new LinkedHashMap<>();

  private ParseCheck(ShardRun run, Session session) {
    this.run = run;
    this.session = session;
  }

  /** The statements that the server rejects, with what it says; verdicts go to {@code run}. */
  static Map<Statement, ServerError> of(ShardRun run, RunControl control) throws SQLException {
    try (Session session = Session.tracked(run, control)) {
      return new ParseCheck(run, session).check();
    }
  }

  private Map<Statement, ServerError> check() throws SQLException {
    session.batch(
        ImmutableList.<String>builder()
            .addAll(Settings.forParser(run.script().script()))
            // Off, as scripts usually have it, PL/pgSQL would skip what this is about.
            .add("SET check_function_bodies = on")
            .build());
    Optional<ParserProbe> probe = usableProbe();
    if (probe.isEmpty()) {
      return rejected;
    }
    for (ImmutableList<Statement> batch : batches()) {
      findRejected(probe.get(), batch);
    }
    for (Statement statement : run.statements()) {
      run.verdict(
          statement,
          rejected.containsKey(statement) ? ServerParser.REJECTED : ServerParser.ACCEPTED);
    }
    run.emit(
        new ExecutionEvent.ParseChecked(run.shard(), run.statements().size(), rejected.size()));
    return rejected;
  }

  private Optional<ParserProbe> usableProbe() throws SQLException {
    List<String> reasons = new ArrayList<>();
    for (ParserProbe probe : ParserProbe.values()) {
      Optional<ServerError> objection = objection(probe, ImmutableList.of());
      if (objection.isEmpty()) {
        return Optional.of(probe);
      }
      reasons.add(objection.get().toString());
    }
    run.emit(new ExecutionEvent.ParseNotChecked(run.shard(), String.join("; ", reasons)));
    return Optional.empty();
  }

  private void findRejected(ParserProbe probe, List<Statement> statements) throws SQLException {
    Optional<ServerError> objection = objection(probe, statements);
    if (objection.isEmpty() || objection(ParserProbe.FUNCTION, statements).isEmpty()) {
      return;
    }
    int before = rejected.size();
    int middle = statements.size() / 2;
    if (middle > 0) {
      findRejected(probe, statements.subList(0, middle));
      findRejected(probe, statements.subList(middle, statements.size()));
    }
    if (rejected.size() == before) {
      rejected.put(statements.getFirst(), objection.get());
    }
  }

  private Optional<ServerError> objection(ParserProbe probe, List<Statement> statements)
      throws SQLException {
    try {
      probe.read(session, statements.stream().map(s -> s.sql().masked()).toList());
      return Optional.empty();
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (error.connectionLost() || error.canceled()) {
        throw e;
      }
      return Optional.of(error);
    }
  }

  private ImmutableList<ImmutableList<Statement>> batches() {
    ImmutableList.Builder<ImmutableList<Statement>> batches = ImmutableList.builder();
    List<Statement> batch = new ArrayList<>();
    int characters = 0;
    for (Statement statement : run.statements()) {
      int length = statement.sql().masked().length();
      if (!batch.isEmpty()
          && (characters + length > BATCH_CHARACTERS || batch.size() == BATCH_STATEMENTS)) {
        batches.add(ImmutableList.copyOf(batch));
        batch.clear();
        characters = 0;
      }
      batch.add(statement);
      characters += length;
    }
    if (!batch.isEmpty()) {
      batches.add(ImmutableList.copyOf(batch));
    }
    return batches.build();
  }
}
