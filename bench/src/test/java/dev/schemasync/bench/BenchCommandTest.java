package dev.schemasync.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** That the ruler measures what it says and tells when something fails; never how long it takes. */
class BenchCommandTest {
  private static final String HOME = "pgdog.home";
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String before = "";

  @BeforeEach
  void home() {
    before = System.getProperty(HOME, "");
    System.setProperty(HOME, ROOT.toString());
  }

  @AfterEach
  void homeAsBefore() {
    if (before.isEmpty()) {
      System.clearProperty(HOME);
    } else {
      System.setProperty(HOME, before);
    }
  }

  private int bench(String... arguments) {
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private void assertMeasured(int status) {
    assumeTrue(
        !err.toString().contains("no pg_dump of version"),
        () -> "no pg_dump is installed here: " + err);
    assertThat(out.toString() + err).contains("every run did what it should");
    assertThat(status).isZero();
  }

  @BeforeEach
  void built() {
    assumeTrue(
        Files.exists(ROOT.resolve("cli/target/schemasync-cli.jar")),
        "the program is not built: run mvn -DskipTests package first");
  }

  @Test
  void measuresDryRunStagesAndRerunsOfTables() {
    assertMeasured(bench("--tables", "8", "--shards", "2", "--runs", "1"));
    assertThat(out.toString())
        .contains(
            "8 tables, 2 shards, PostgreSQL 15, medians of 1 runs",
            "dry run",
            "three stages",
            "pre-data again",
            "post-data again",
            "cutover again",
            "differing statements of the first shard by pg_dump: 0");
  }

  @Test
  void measuresADryRunOfPartitionsAlone() {
    assertMeasured(bench("--partitions", "3", "--dry-only", "--runs", "1"));
    assertThat(out.toString()).contains("3 partitions", "dry run").doesNotContain("three stages");
  }

  @Test
  void aSchemaWithoutTablesIsWrongUsage() {
    assertThat(bench("--tables", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--tables must be at least 1, not 0");
  }
}
