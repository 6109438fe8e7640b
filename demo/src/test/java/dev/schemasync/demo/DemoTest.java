package dev.schemasync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/** The whole way, with the command line itself. */
final class DemoTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void movesTheApplicationToShards(int postgres) throws IOException {
    DemoRun run =
        DemoRun.of(Main::run, "--postgres", "" + postgres, "--directory", directory.toString());

    assertThat(run.output())
        .contains(
            "1. Servers",
            "2. Sample application",
            "3. Configuration",
            "4. pre-data",
            "5. Rows",
            "6. post-data",
            "7. cutover",
            "8. Verification",
            "Nothing differs")
        .doesNotContain("DIFFERENT", "\u001b[", password());
    assertThat(run.status()).isZero();
    for (Stage stage : Stage.values()) {
      Path script = directory.resolve(stage.label() + ".sql");
      Path log = directory.resolve(stage.label() + ".log");
      assertThat(script).content().isNotBlank().doesNotContain(password());
      assertThat(log).content().doesNotContain(password());
    }
  }

  @Test
  void noticesWhatSomebodyChangesOnAShard() {
    Pgdog tampering =
        (arguments, out, err, environment) -> {
          int status = Main.run(arguments, out, err, environment);
          String line = String.join(" ", arguments);
          if (line.contains("--cutover") && !line.contains("--dry-run")) {
            executeOnLastShard(
                """
                DROP INDEX sales.customers_search;
                COMMENT ON TABLE sales.tenants IS 'changed';
                REVOKE INSERT ON audit.activity FROM encore_app;
                DELETE FROM audit.webhooks WHERE answer = 503;
                UPDATE reference.currencies SET symbol = 'E' WHERE code = 'EUR';
                """);
          }
          return status;
        };

    DemoRun run = DemoRun.of(tampering, "--directory", directory.toString());

    assertThat(run.output())
        .contains(
            "shard 1: index sales.customers_search is missing",
            "shard 1: comment table sales.tenants is changed instead of One theatre",
            "shard 1: privilege INSERT on audit.activity to encore_app is missing",
            "shard 1: audit.webhooks has",
            "all shards: audit.webhooks has",
            "shard 1: reference.currencies has 4 rows, as it should, but not the same ones")
        .doesNotContain("shard 0: ", "Nothing differs");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void keepsTheServersUpUntilEnter() throws IOException {
    DemoRun run = DemoRun.of(Main::run, "--keep", "--directory", directory.toString());

    assertThat(run.output())
        .contains("PGPASSWORD=" + password() + " psql -h 127.0.0.1 -p " + port(0))
        .contains("./pgdog --config " + directory.resolve("pgdog.toml"));
    assertThat(run.status()).isZero();
  }

  private String password() throws IOException {
    TomlTable user =
        Toml.parse(directory.resolve("users.toml")).getArrayOrEmpty("users").getTable(0);
    return user.getString("password");
  }

  private long port(int entry) throws IOException {
    TomlTable database =
        Toml.parse(directory.resolve("pgdog.toml")).getArrayOrEmpty("databases").getTable(entry);
    return database.getLong("port");
  }

  private void executeOnLastShard(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(2), Member.DATABASE),
                Member.ADMIN,
                password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (IOException | SQLException e) {
      throw new AssertionError("cannot change the shard", e);
    }
  }
}
