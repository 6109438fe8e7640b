package dev.schemasync.testkit.script;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.postgresql.PGConnection;

/** Runs scripts over JDBC as {@code psql} would: one statement after the other, each for itself. */
public final class ScriptRunner {
  private ScriptRunner() {}

  /**
   * Runs a script.
   *
   * @param connection in autocommit, and made with {@code preferQueryMode=simple}: in the other
   *     modes the driver splits statements by its own lights
   * @throws SQLException when a statement fails and {@code onError} is {@link OnError#STOP}, or the
   *     connection breaks; the message names the line
   */
  public static ScriptOutcome run(Connection connection, SqlScript script, OnError onError)
      throws SQLException {
    int succeeded = 0;
    ImmutableList.Builder<ScriptOutcome.Failure> failures = ImmutableList.builder();
    for (ScriptItem item : script.items()) {
      try {
        run(connection, item);
        succeeded++;
      } catch (SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (onError == OnError.STOP || connection.isClosed()) {
          throw new SQLException("line %d: %s".formatted(item.line(), e.getMessage()), state, e);
        }
        failures.add(
            new ScriptOutcome.Failure(
                item.line(), item.sql(), state, Objects.requireNonNullElse(e.getMessage(), "")));
      }
    }
    return new ScriptOutcome(succeeded, failures.build());
  }

  private static void run(Connection connection, ScriptItem item) throws SQLException {
    switch (item) {
      case ScriptItem.Statement(int line, String sql) -> {
        try (Statement statement = connection.createStatement()) {
          statement.setEscapeProcessing(false);
          statement.execute(sql);
        }
      }
      case ScriptItem.CopyIn(int line, String sql, String data) -> {
        try {
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(data));
        } catch (IOException e) {
          throw new UncheckedIOException("reading from memory cannot fail", e);
        }
      }
    }
  }
}
