package dev.schemasync.testkit.dump;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.ScriptItem;
import dev.schemasync.testkit.script.ScriptOutcome;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** A {@code pg_dump} that can read a given server. */
public final class PgDump {
  private final Path program;
  private final PostgresServer server;

  private PgDump(Path program, PostgresServer server) {
    this.program = program;
    this.server = server;
  }

  /**
   * A {@code pg_dump} of the server's major version or the next later one there is: the program
   * refuses newer servers. The system property {@code pg_dump.path} names one; else it is looked
   * for on the {@code PATH} and where packages put it.
   *
   * @throws IllegalStateException when {@code pg_dump.path} names a program that does not fit
   */
  public static Optional<PgDump> forServer(PostgresServer server) {
    return PgDumpPrograms.forMajor(server.majorVersion())
        .map(program -> new PgDump(program, server));
  }

  /**
   * The statements of {@code pg_dump --schema-only}, sorted: the order that {@code pg_dump} chooses
   * depends on OIDs. Comments between statements, psql commands and semicolons at the end are left
   * out.
   *
   * @throws IOException when {@code pg_dump} fails; the message is what it said
   */
  public ImmutableList<String> dumpSchema(String database) throws IOException {
    return sortedStatements(script(database));
  }

  /**
   * The dump of a database as it looks after one reload. Expressions are no fixpoint at their first
   * print: an {@code IN} list, for example, comes back with other casts and only then stays, so
   * this is what to compare a copy with.
   *
   * @throws IOException when {@code pg_dump} fails
   */
  public CanonicalDump canonical(String database) throws IOException, SQLException {
    SqlScript dump = script(database);
    try (TestDatabase copy = server.freshDatabase("canonical")) {
      ScriptOutcome outcome = server.runScript(copy.name(), dump, OnError.COLLECT);
      return new CanonicalDump(dumpSchema(copy.name()), outcome.failures());
    }
  }

  private SqlScript script(String database) throws IOException {
    return SqlScript.parse(PgDumpPrograms.output(command(database)));
  }

  /** The program itself; {@code psql} of the same version lies beside it. */
  public Path program() {
    return program;
  }

  /** {@code pg_dump --schema-only} of a database, to be started; it prints to standard output. */
  public ProcessBuilder command(String database) {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "--schema-only",
            "--no-password",
            "--host=" + server.host(),
            "--port=" + server.port(),
            "--username=" + server.superuser(),
            "--dbname=" + connectionString(database));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("PGPASSWORD", server.superuserPassword());
    builder.environment().put("PGCLIENTENCODING", "UTF8");
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  /** A name as it stands would be taken for a connection string when it has an equals sign. */
  private static String connectionString(String database) {
    return "dbname='%s'".formatted(database.replace("\\", "\\\\").replace("'", "\\'"));
  }

  static ImmutableList<String> sortedStatements(SqlScript script) {
    return script.items().stream().map(ScriptItem::sql).sorted().collect(toImmutableList());
  }
}
