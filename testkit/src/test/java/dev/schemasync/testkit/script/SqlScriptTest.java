package dev.schemasync.testkit.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;b', 'it''s;', \"odd;\"\"name\"",
        "SELECT E'quote \\';', 'no escape \\', 1",
        "SELECT e'\\\\', U&'\\0041;'",
        "SELECT $$a;b$$, $tag$ $$;$$ $other$; $tag$, a$b, c$1",
        "SELECT /* a; /* nested; */ still; */ 1 -- tail; here\n + 1",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; UPDATE v SET a = 1)",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END;"
            + " END",
        "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END",
        "PREPARE p AS SELECT $1, $2",
        "SELECT 1e5, '5'::int, 3 - -2",
        "CREATE FUNCTION \"begin atomic\"() RETURNS int LANGUAGE sql AS 'SELECT 1;'",
        "SELECT 'line one;\n-- no comment;\nline three'",
      })
  void keepsOneStatementInOnePiece(String sql) {
    assertThat(SqlScript.parse(sql + ";\nSELECT 'next'").items())
        .extracting(ScriptItem::sql)
        .containsExactly(sql, "SELECT 'next'");
  }

  @Test
  void aTransactionIsNotARoutineBody() {
    assertThat(SqlScript.parse("atomic; begin atomic;").items()).hasSize(2);
    assertThat(SqlScript.parse("BEGIN; SELECT 1; END; CREATE TABLE begin (\"end\" int);").items())
        .extracting(ScriptItem::sql)
        .containsExactly("BEGIN", "SELECT 1", "END", "CREATE TABLE begin (\"end\" int)");
  }

  @Test
  void knowsTheLinesAndSkipsWhatIsBetween() {
    String script =
        """
        -- a comment; here
        \\restrict Abc123

        /* and
           another */ SELECT 1;;
        \\connect elsewhere
        SELECT
          2;
        \\unrestrict Abc123
        """;
    assertThat(SqlScript.parse(script).items())
        .containsExactly(
            new ScriptItem.Statement(5, "SELECT 1"), new ScriptItem.Statement(7, "SELECT\n  2"));
  }

  @Test
  void takesTheRowsOfCopyAlong() {
    String script = "COPY \"from\" (a, b) FROM stdin;\n1\tx;'\n2\t\\N\n\\.\nSELECT 1;\n";
    assertThat(SqlScript.parse(script).items())
        .containsExactly(
            new ScriptItem.CopyIn(1, "COPY \"from\" (a, b) FROM stdin", "1\tx;'\n2\t\\N\n"),
            new ScriptItem.Statement(5, "SELECT 1"));
  }

  @Test
  void saysWhereAScriptIsBroken() {
    assertThatThrownBy(() -> SqlScript.parse("SELECT 1;\nSELECT 'open;\n"))
        .isInstanceOf(ScriptSyntaxException.class)
        .hasMessage("line 2: the quote opened here is never closed");
    assertThatThrownBy(() -> SqlScript.parse("\nSELECT $x$ open;"))
        .hasMessage("line 2: the body opened by $x$ is never closed");
    assertThatThrownBy(() -> SqlScript.parse("/* /* */"))
        .hasMessageStartingWith("line 1: the comment");
    assertThatThrownBy(() -> SqlScript.parse("SELECT (1;\nSELECT 2;"))
        .hasMessage("line 1: the statement that starts here never ends");
    assertThatThrownBy(() -> SqlScript.parse("SELECT 1;\n\\i other.sql\n"))
        .hasMessage("line 2: the psql command \\i is not supported; only plain SQL is");
    assertThatThrownBy(() -> SqlScript.parse("SELECT 1 \\gset\n")).hasMessageStartingWith("line 1");
    assertThatThrownBy(() -> SqlScript.parse("COPY t FROM stdin;\n1\n"))
        .hasMessageContaining("line 1: the rows of this COPY do not end");
  }

  @Test
  void runsOnAServerAndCollectsFailures() throws Exception {
    SqlScript script =
        SqlScript.parse(
            """
            CREATE TABLE t (a int, b text);
            CREATE TABLE t (a int);
            COPY t (a, b) FROM stdin;
            1	one; '
            2	\\N
            \\.
            CREATE FUNCTION f() RETURNS bigint BEGIN ATOMIC
              SELECT count(*) FROM t;
              SELECT CASE WHEN count(*) > 1 THEN 42 END FROM t;
            END;
            SELECT '{d ?}' LIKE '%?%' ESCAPE '!';
            """);
    try (TestDatabase database = PostgresServers.get(15).freshDatabase("script")) {
      ScriptOutcome outcome = database.server().runScript(database.name(), script, OnError.COLLECT);
      assertThat(outcome.succeeded()).isEqualTo(4);
      assertThat(outcome.failures())
          .extracting(ScriptOutcome.Failure::line, ScriptOutcome.Failure::sqlState)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "42P07"));
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT f(), (SELECT b FROM t WHERE a = 1)")) {
        row.next();
        assertThat(List.of(row.getString(1), row.getString(2))).containsExactly("42", "one; '");
      }
      assertThatThrownBy(() -> database.server().runScript(database.name(), script, OnError.STOP))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("line 1: ")
          .hasMessageContaining("already exists");
    }
  }
}
