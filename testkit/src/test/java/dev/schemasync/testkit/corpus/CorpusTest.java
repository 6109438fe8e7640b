package dev.schemasync.testkit.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.testkit.script.ScriptOutcome;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.opentest4j.TestAbortedException;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class CorpusTest {

  @AfterEach
  void forgetTheNamedFolder() {
    System.clearProperty(Corpus.PROPERTY);
  }

  @Test
  void findsSchemasInTheNamedFolder(@TempDir Path folder) throws Exception {
    System.setProperty(Corpus.PROPERTY, folder.toString());
    Files.writeString(folder.resolve("roles.sql"), "SELECT 1;");
    Path schema = Files.writeString(folder.resolve("shop.sql"), "CREATE TABLE t (a int);");

    assertThat(Corpus.names()).containsExactly("shop");
    assertThat(Corpus.find("shop")).contains(schema);
    assertThat(Corpus.find("other")).isEmpty();
    try (TestDatabase database = PostgresServers.get(15).freshDatabase("shop")) {
      assertThat(Corpus.load(database.server(), database.name(), "shop"))
          .isEqualTo(new ScriptOutcome(1, com.google.common.collect.ImmutableList.of()));
    }
  }

  @Test
  void anAbsentSchemaAbortsTheTestAndSaysWhereItWasLookedFor(@TempDir Path folder) {
    System.setProperty(Corpus.PROPERTY, folder.toString());
    assertThatThrownBy(() -> Corpus.require("shop"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("shop.sql is absent")
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("-Dcorpus.dir");
  }

  @Test
  void splitsEverySchemaOfTheCorpus() throws Exception {
    Corpus.require("northwind");
    for (String name : Corpus.names()) {
      assertThat(SqlScript.read(Corpus.require(name)).items()).as(name).hasSizeGreaterThan(10);
    }
  }

  @Test
  void loadsASchemaOfTheCorpus() throws Exception {
    Corpus.require("lemmy");
    try (TestDatabase database = PostgresServers.get(15).freshDatabase("lemmy")) {
      ScriptOutcome outcome = Corpus.load(database.server(), database.name(), "lemmy");
      assertThat(outcome.failures()).isEmpty();
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT count(*) FROM pg_proc WHERE prosqlbody IS NOT NULL AND pronamespace >"
                      + " 16384")) {
        row.next();
        assertThat(row.getInt(1)).as("functions with an SQL body").isPositive();
      }
    }
  }
}
