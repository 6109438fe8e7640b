package dev.schemasync.testkit.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PgDumpTest {

  @AfterEach
  void forgetTheNamedProgram() {
    System.clearProperty(PgDumpPrograms.PROPERTY);
  }

  @Test
  void dumpsOfEqualSchemasAreEqualWhateverTheOrderTheyWereMadeIn() throws Exception {
    PostgresServer server = PostgresServers.get(15);
    PgDump dump = pgDump(server);
    String function =
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\n-- kept\n\nBEGIN RETURN 1; END $$";
    try (TestDatabase one = server.freshDatabase("one");
        TestDatabase other = server.freshDatabase("other = 'it\\")) {
      one.execute("CREATE TABLE t (a int)", "CREATE TABLE u (b text)", function);
      other.execute(function, "CREATE TABLE u (b text)", "CREATE TABLE t (a int)");

      assertThat(dump.dumpSchema(one.name()))
          .isEqualTo(dump.dumpSchema(other.name()))
          .contains("CREATE TABLE public.t (\n    a integer\n)")
          .anySatisfy(statement -> assertThat(statement).contains("$$\n-- kept\n\nBEGIN RETURN 1;"))
          .noneMatch(statement -> statement.startsWith("--") || statement.startsWith("\\"))
          .isSorted();

      other.execute("ALTER TABLE t ALTER a SET NOT NULL");
      assertThat(dump.dumpSchema(one.name())).isNotEqualTo(dump.dumpSchema(other.name()));
    }
  }

  @Test
  void theCanonicalDumpIsAFixpoint() throws Exception {
    PostgresServer server = PostgresServers.get(15);
    PgDump dump = pgDump(server);
    try (TestDatabase database = server.freshDatabase("fixpoint")) {
      database.execute("CREATE TABLE t (s varchar(3) CHECK (s IN ('a', 'b')))");

      CanonicalDump canonical = dump.canonical(database.name());

      assertThat(canonical.failures()).isEmpty();
      assertThat(canonical.statements()).isNotEqualTo(dump.dumpSchema(database.name()));
      try (TestDatabase copy = server.freshDatabase("copy")) {
        copy.execute(
            canonical.statements().stream()
                .filter(statement -> statement.startsWith("CREATE TABLE"))
                .findFirst()
                .orElseThrow());
        assertThat(dump.dumpSchema(copy.name())).isEqualTo(canonical.statements());
      }
    }
  }

  @Test
  void dropsWhatIsNoStatement() {
    assertThat(
            PgDump.sortedStatements(
                SqlScript.parse(
                    "--\n"
                        + "-- dump; of\n"
                        + "--\n\n"
                        + "\\r"
                        + "estrict x\n"
                        + "SET b = 1;\n\n"
                        + "SET a = 1;\n"
                        + "\\unrestrict x\n")))
        .containsExactly("SET a = 1", "SET b = 1");
  }

  @Test
  void aProgramThatIsTooOldIsNoneAndNamedAnError() throws Exception {
    PostgresServer server = PostgresServers.get(15);
    pgDump(server);
    Path program = PgDumpPrograms.forMajor(15).orElseThrow();
    assertThat(PgDumpPrograms.forMajor(99)).isEmpty();

    System.setProperty(PgDumpPrograms.PROPERTY, program.toString());
    assertThat(PgDumpPrograms.forMajor(15)).contains(program);
    assertThatThrownBy(() -> PgDumpPrograms.forMajor(99))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot read PostgreSQL 99");

    System.setProperty(PgDumpPrograms.PROPERTY, "/nowhere/pg_dump");
    assertThatThrownBy(() -> PgDump.forServer(server))
        .hasMessageContaining("/nowhere/pg_dump is no pg_dump that runs here");
  }

  private static PgDump pgDump(PostgresServer server) {
    return PgDump.forServer(server)
        .orElseGet(
            () ->
                abort(
                    "no pg_dump of version %d or later is installed; -Dpg_dump.path names one"
                        .formatted(server.majorVersion())));
  }
}
