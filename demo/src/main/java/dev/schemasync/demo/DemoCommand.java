package dev.schemasync.demo;

import com.google.common.base.Stopwatch;
import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.server.PostgresUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the command line asks for, and what becomes of it. */
@Command(
    name = "pgdog demo",
    description = {
      "Shows schema-sync at work: starts a source and two shards, loads a sample application,"
          + " synchronizes its schema in three stages, copies its rows in between, and verifies"
          + " both shards.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing differs between source and shards",
      "1:a stage failed, or something differs",
      "2:wrong usage",
      "3:a server could not be started"
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
final class DemoCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int DIFFERENT = 1;
  private static final int NO_SERVER = 3;

  @Option(
      names = "--keep",
      description =
          "Leave the servers up in the end, until Enter or Ctrl-C, and say how to connect.")
  private boolean keep;

  @Option(
      names = "--postgres",
      paramLabel = "MAJOR",
      defaultValue = "18",
      description = "The PostgreSQL version of all servers (default: ${DEFAULT-VALUE}).")
  private int postgres;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Where configuration, scripts and messages go (default: a new temporary one).")
  private Optional<Path> directory = Optional.empty();

  @SuppressWarnings("UnusedVariable") // picocli prints the help itself
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  private final Pgdog pgdog;
  private final Map<String, String> environment;
  private final InputStream in;
  private final Report report;

  /**
   * @param in a line from here ends the waiting of {@code --keep}
   */
  DemoCommand(Pgdog pgdog, Map<String, String> environment, InputStream in, Report report) {
    this.pgdog = pgdog;
    this.environment = environment;
    this.in = in;
    this.report = report;
  }

  @Override
  public Integer call() throws IOException {
    Stopwatch watch = Stopwatch.createStarted();
    try (Interruption interruption = new Interruption(report)) {
      return call(watch, interruption);
    }
  }

  private int call(Stopwatch watch, Interruption interruption) throws IOException {
    Path files = directory();
    if (directory.isEmpty()) {
      interruption.removes(files);
    }
    Configuration configuration = Configuration.in(files);
    StageRunner runner = new StageRunner(pgdog, environment, configuration, files);
    try (Servers servers = start()) {
      interruption.stops(servers);
      int status = demonstrate(new Demo(servers, configuration, runner, report), watch);
      interruption.finished();
      report.line("Configuration, scripts and messages are in %s", files);
      if (keep) {
        Visit visit = new Visit(servers, runner, report);
        visit.describe();
        visit.await(in);
      }
      return status;
    } catch (SQLException e) {
      report.bad("The servers could not be set up: " + e.getMessage());
      return NO_SERVER;
    } catch (PostgresUnavailableException e) {
      report.bad(String.valueOf(e.getMessage()));
      return NO_SERVER;
    }
  }

  private Path directory() throws IOException {
    Path wanted =
        directory.isPresent()
            ? Files.createDirectories(directory.get())
            : Files.createTempDirectory("pgdog-demo-");
    return wanted.toAbsolutePath();
  }

  private Servers start() throws SQLException {
    report.start("Servers");
    Servers servers = Servers.start(postgres);
    TextTable table = new TextTable(ImmutableList.of("server", "address", "database"));
    for (Member member : servers.all()) {
      table.add(
          ImmutableList.of(
              member.label(),
              "%s:%d".formatted(member.server().host(), member.server().port()),
              Member.DATABASE));
    }
    report.line(
        "PostgreSQL %d, a process for each, on temporary directories and free ports:", postgres);
    report.table(table);
    report.end();
    return servers;
  }

  private int demonstrate(Demo demo, Stopwatch watch) {
    try {
      ImmutableList<String> differences = demo.run();
      report.heading("Result");
      if (differences.isEmpty()) {
        report.good("Nothing differs. %s in all.".formatted(Report.seconds(watch.elapsed())));
        return DONE;
      }
      report.bad("%d differences between source and shards.".formatted(differences.size()));
      return DIFFERENT;
    } catch (StageFailedException e) {
      report.bad(e.getMessage() + "; it said:");
      report.quote(e.said().lines().toList());
      return DIFFERENT;
    } catch (SQLException | IOException e) {
      report.bad("The demonstration itself failed: " + e.getMessage());
      return DIFFERENT;
    }
  }
}
