package dev.schemasync.cli.command;

import dev.schemasync.cli.Acceptance;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.config.AcceptedKeys;
import dev.schemasync.cli.config.ClusterResolver;
import dev.schemasync.cli.config.ConfigurationException;
import dev.schemasync.cli.config.SyncClusters;
import dev.schemasync.cli.sync.SchemaSync;
import dev.schemasync.cli.sync.SyncOptions;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pgdog schema-sync}. */
@Command(
    name = "schema-sync",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Copies the schema of a database to every shard of another cluster, in stages:",
      "first tables, primary keys and sequences (before the data is copied), then, with",
      "--data-sync-complete, indexes, constraints and the rest, last --cutover.",
      "Every stage can be run again: it does what is left to do."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 stopped by errors, or done with failures or differences;",
      "2 usage or configuration; 3 a server could not be reached or was lost."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SchemaSyncCommand implements Callable<Integer> {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  @ParentCommand private Pgdog pgdog;

  @Spec private CommandSpec spec;

  @Option(
      names = "--from-database",
      required = true,
      paramLabel = "NAME",
      description = "The source: a name in [[databases]].")
  private String from;

  @Option(
      names = "--to-database",
      required = true,
      paramLabel = "NAME",
      description = "The destination: a name in [[databases]].")
  private String to;

  @Option(
      names = "--publication",
      required = true,
      paramLabel = "NAME",
      description = "The publication on the source with the tables to copy.")
  private String publication;

  @Option(
      names = "--dry-run",
      description = "Print the SQL of the stage as a script for psql, and change nothing.")
  private boolean dryRun;

  @Option(
      names = "--shard",
      paramLabel = "N",
      description =
          "With --dry-run: the script for this shard, where shards in different states need"
              + " different ones.")
  private Optional<Integer> shard = Optional.empty();

  @Option(
      names = "--ignore-errors",
      description = "Go on after a statement fails; every failure is still reported.")
  private boolean ignoreErrors;

  @Option(
      names = "--data-sync-complete",
      description = "Run the second stage: indexes, constraints, triggers, sequence values.")
  private boolean dataSyncComplete;

  @Option(
      names = "--cutover",
      description = "Run the last stage: sequence values again, materialized views.")
  private boolean cutover;

  @Option(
      names = "--accept",
      paramLabel = "CODE[:OBJECT]",
      description =
          "Go on in spite of errors of this code, or of the one about this object; unknown-key:PATH"
              + " lets a key of the files pass. Repeatable.")
  private List<String> accept = new ArrayList<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "4",
      description = "Statements in flight on one shard after pre-data (default: ${DEFAULT-VALUE}).")
  private int jobs = 4;

  @Option(
      names = "--no-concurrently",
      description =
          "Build indexes and refresh materialized views faster, but block writes to the tables, or"
              + " reads of the views, meanwhile.")
  private boolean noConcurrently;

  @Override
  public Integer call() {
    SyncOptions request =
        new SyncOptions(
            identifier(publication, "--publication"),
            stage(),
            dryRun,
            shard(),
            dryRunCommand(),
            ignoreErrors,
            acceptance(),
            jobs(),
            !noConcurrently);
    try {
      SyncClusters clusters =
          new ClusterResolver(pgdog.settings(AcceptedKeys.of(accept))).resolve(from, to);
      return new SchemaSync(clusters, request, pgdog.terminal()).run().code();
    } catch (ConfigurationException e) {
      pgdog.terminal().err().println(e.getMessage());
      return ExitStatus.USAGE.code();
    }
  }

  private Stage stage() {
    if (dataSyncComplete && cutover) {
      throw usage("--data-sync-complete and --cutover are two stages; run one after the other");
    }
    return cutover ? Stage.CUTOVER : dataSyncComplete ? Stage.POST_DATA : Stage.PRE_DATA;
  }

  private Optional<Integer> shard() {
    if (shard.isPresent() && !dryRun) {
      throw usage("--shard chooses a script of --dry-run; a run is always for all shards");
    }
    return shard;
  }

  /**
   * How to ask for this dry run again: with the options that decide on its script. Of a URL only
   * the place is shown, since there may be a password in it, wherever that is.
   */
  private String dryRunCommand() {
    Stream<String> files =
        Stream.of(
                option("-c", pgdog.config(), "pgdog.toml"),
                option("-u", pgdog.users(), "users.toml"))
            .flatMap(s -> s);
    Stream<String> urls = pgdog.databaseUrls().stream().flatMap(_ -> Stream.of("-d", "URL"));
    Stream<String> options =
        Stream.of(
            "schema-sync",
            "--from-database",
            from,
            "--to-database",
            to,
            "--publication",
            publication);
    Stream<String> stages =
        Stream.of(
                dataSyncComplete ? "--data-sync-complete" : "",
                cutover ? "--cutover" : "",
                noConcurrently ? "--no-concurrently" : "")
            .filter(s -> !s.isEmpty());
    Stream<String> accepted = accept.stream().flatMap(code -> Stream.of("--accept", code));
    return Stream.of(
            Stream.of("pgdog"), files, urls, options, stages, accepted, Stream.of("--dry-run"))
        .flatMap(s -> s)
        .map(SchemaSyncCommand::shellWord)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> option(String name, Path file, String usual) {
    return file.toString().equals(usual) ? Stream.empty() : Stream.of(name, file.toString());
  }

  /** A word as a POSIX shell reads it. */
  private static String shellWord(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private int jobs() {
    if (jobs < 1) {
      throw usage("--jobs must be at least 1, not " + jobs);
    }
    return jobs;
  }

  private Acceptance acceptance() {
    try {
      return Acceptance.parse(
          accept.stream().filter(value -> !AcceptedKeys.isMeant(value)).toList());
    } catch (IllegalArgumentException e) {
      throw usage("--accept: " + e.getMessage());
    }
  }

  private Identifier identifier(String value, String option) {
    if (value.isEmpty()) {
      throw usage(option + " must not be empty");
    }
    return Identifier.of(value);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
