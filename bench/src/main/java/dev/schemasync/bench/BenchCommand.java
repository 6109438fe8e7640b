package dev.schemasync.bench;

import dev.schemasync.testkit.dump.PgDump;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.PostgresUnavailableException;
import dev.schemasync.testkit.server.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the command line asks for. */
@Command(
    name = "pgdog bench",
    description = {
      "Times whole runs on a generated schema, each beside pg_dump and psql on the same server, and"
          + " prints medians and ratios. Needs the programs pg_dump and psql.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every run did what it should",
      "1:a run failed, or a shard is not as it should be",
      "2:wrong usage",
      "3:no server or no pg_dump to be had"
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BenchCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int UNAVAILABLE = 3;

  @Spec private CommandSpec spec;

  @Option(
      names = "--tables",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Tables of the schema (default: ${DEFAULT-VALUE}).")
  private int tables;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "One table with so many partitions instead.")
  private Optional<Integer> partitions = Optional.empty();

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "2",
      description = "Shards, each a database of the same server (default: ${DEFAULT-VALUE}).")
  private int shards;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each is run; the median counts (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--dry-only", description = "Time the dry run alone.")
  private boolean dryOnly;

  @Option(
      names = "--round-trip",
      paramLabel = "MILLISECONDS",
      defaultValue = "0",
      description =
          "How much longer each round trip of ours to the server takes; those of pg_dump and psql"
              + " stay as they are.")
  private long roundTrip;

  @Option(
      names = "--locks",
      paramLabel = "N",
      defaultValue = "64",
      description = "max_locks_per_transaction of the server (default: ${DEFAULT-VALUE}).")
  private int locks;

  @Option(
      names = "--postgres",
      paramLabel = "MAJOR",
      defaultValue = "15",
      description =
          "The PostgreSQL version of the server; pg_dump must be as new (default:"
              + " ${DEFAULT-VALUE}).")
  private int postgres;

  @SuppressWarnings("UnusedVariable") // picocli prints the help itself
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path files = Files.createTempDirectory("pgdog-bench-");
    try (PostgresServer server = PostgresServers.start(options())) {
      Optional<PgDump> pgDump = PgDump.forServer(server);
      if (pgDump.isEmpty()) {
        err.println(
            "no pg_dump of version %d or newer is installed here; install PostgreSQL's client programs, or name an older server with --postgres"
                .formatted(postgres));
        return UNAVAILABLE;
      }
      Ruler ruler =
          new Ruler(server, pgDump.get(), launcher(), files, Duration.ofMillis(roundTrip));
      boolean well =
          ruler.measure(
              schema(), atLeastOne(shards, "--shards"), atLeastOne(runs, "--runs"), dryOnly, out);
      out.println(well ? "every run did what it should" : "SOMETHING FAILED: see above");
      return well ? DONE : FAILED;
    } catch (PostgresUnavailableException | SQLException e) {
      err.println(e.getMessage());
      return UNAVAILABLE;
    } finally {
      out.println("configuration and output of the runs are in " + files);
      out.flush();
    }
  }

  private ServerOptions options() {
    return ServerOptions.of(postgres)
        .withSetting("max_locks_per_transaction", Integer.toString(locks))
        .withSetting("max_connections", "100");
  }

  private GeneratedSchema schema() {
    return partitions
        .map(n -> GeneratedSchema.partitions(atLeastOne(n, "--partitions")))
        .orElseGet(() -> GeneratedSchema.tables(atLeastOne(tables, "--tables")));
  }

  private int atLeastOne(int number, String option) {
    if (number < 1) {
      throw new ParameterException(
          spec.commandLine(), "%s must be at least 1, not %d".formatted(option, number));
    }
    return number;
  }

  /** The launcher that started this program says where it is. */
  private Path launcher() {
    String home = System.getProperty("pgdog.home");
    if (home == null) {
      throw new ParameterException(spec.commandLine(), "start this as ./pgdog bench");
    }
    return Path.of(home, "pgdog");
  }
}
