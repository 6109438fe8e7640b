package dev.schemasync.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Stopwatch;
import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Calls {@code pgdog schema-sync} for the demonstration's clusters and keeps what it says. */
final class StageRunner {

  /**
   * A finished call.
   *
   * @param output what it wrote to standard output
   * @param messages what it wrote to standard error
   */
  record Run(String output, String messages, Duration duration) {}

  private final Pgdog pgdog;
  private final Map<String, String> environment;
  private final Configuration configuration;
  private final Path directory;

  /**
   * @param directory where scripts and messages go
   */
  StageRunner(
      Pgdog pgdog, Map<String, String> environment, Configuration configuration, Path directory) {
    this.pgdog = pgdog;
    this.environment = environment;
    this.configuration = configuration;
    this.directory = directory;
  }

  /** The arguments that run a stage. */
  ImmutableList<String> arguments(Stage stage) {
    return ImmutableList.<String>builder()
        .add("--config", configuration.pgdog().toString())
        .add("--users", configuration.users().toString())
        .add("schema-sync")
        .add("--from-database", Configuration.SOURCE)
        .add("--to-database", Configuration.DESTINATION)
        .add("--publication", SampleApplication.PUBLICATION)
        .addAll(stage.flags())
        .build();
  }

  /** The file that has the whole dry run of a stage. */
  Path scriptFile(Stage stage) {
    return directory.resolve(stage.label() + ".sql");
  }

  /** The file that has all messages of the run of a stage. */
  Path logFile(Stage stage) {
    return directory.resolve(stage.label() + ".log");
  }

  /** Asks for the script of a stage and writes it to {@link #scriptFile}. */
  DryRun dryRun(Stage stage) throws IOException, StageFailedException {
    DryRun plan = plan(stage);
    Files.writeString(scriptFile(stage), plan.text());
    return plan;
  }

  /** Asks for the script of a stage. */
  DryRun plan(Stage stage) throws StageFailedException {
    ImmutableList<String> dry =
        ImmutableList.<String>builder().addAll(arguments(stage)).add("--dry-run").build();
    return DryRun.of(stage, call(stage.label() + " --dry-run", dry).output());
  }

  /** Runs a stage and writes its messages to {@link #logFile}. */
  Run run(Stage stage) throws IOException, StageFailedException {
    Run run = call(stage.label(), arguments(stage));
    Files.writeString(logFile(stage), run.messages() + run.output());
    return run;
  }

  private Run call(String what, ImmutableList<String> arguments) throws StageFailedException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    Stopwatch watch = Stopwatch.createStarted();
    int status;
    try (PrintStream out = new PrintStream(output, true, UTF_8);
        PrintStream err = new PrintStream(messages, true, UTF_8)) {
      status = pgdog.run(arguments.toArray(String[]::new), out, err, environment);
    }
    if (status != 0) {
      throw new StageFailedException(
          what, status, messages.toString(UTF_8) + output.toString(UTF_8));
    }
    return new Run(output.toString(UTF_8), messages.toString(UTF_8), watch.elapsed());
  }
}
