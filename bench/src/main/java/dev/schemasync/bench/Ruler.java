package dev.schemasync.bench;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.dump.PgDump;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.SqlScript;
import dev.schemasync.testkit.server.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Times runs of the program and of what people use without it, in turn. */
final class Ruler {
  private static final String SOURCE = "bench_source";
  private static final String PUBLICATION = "bench";

  private final PostgresServer server;
  private final PgDump pgDump;
  private final Path launcher;
  private final Path files;
  private final Duration roundTrip;

  Ruler(PostgresServer server, PgDump pgDump, Path launcher, Path files, Duration roundTrip) {
    this.server = server;
    this.pgDump = pgDump;
    this.launcher = launcher;
    this.files = files;
    this.roundTrip = roundTrip;
  }

  /** Runs of one kind: how long each took, the most memory, and whether all went well. */
  private static final class Runs {
    private final List<Duration> times = new ArrayList<>();
    private long peak;
    private boolean well = true;

    void add(Duration elapsed) {
      times.add(elapsed);
    }

    void note(WholeProcess process) {
      peak = Math.max(peak, process.peakBytes().orElse(0));
      well &= process.status() == 0;
    }

    double median() {
      List<Duration> sorted = times.stream().sorted().toList();
      return sorted.get(sorted.size() / 2).toNanos() / 1e9;
    }

    OptionalLong peak() {
      return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
    }
  }

  /** Measures and prints; tells whether every run went well and the first shard is complete. */
  boolean measure(GeneratedSchema schema, int shards, int runs, boolean dryOnly, PrintWriter out)
      throws SQLException, IOException, InterruptedException {
    server.createDatabase(SOURCE);
    server.runScript(SOURCE, SqlScript.parse(schema.sql()), OnError.STOP);
    server.execute(
        SOURCE, "CREATE PUBLICATION " + PUBLICATION + " FOR ALL TABLES", "VACUUM ANALYZE");
    ImmutableList<String> ours = names("bench_shard_", shards);
    ImmutableList<String> theirs = names("bench_peer_", shards);
    for (String shard : ours) {
      server.createDatabase(shard);
    }
    out.println(
        "%s, %d shards, PostgreSQL %d, medians of %d runs"
            .formatted(schema.label(), shards, server.majorVersion(), runs));
    try (RoundTripCounter far = RoundTripCounter.to(server, roundTrip)) {
      Configuration.write(files, server, far, SOURCE, ours);
      ours(ImmutableList.of("--dry-run"), "warm-up"); // classes archived, caches of the server
      Runs dump = new Runs();
      Runs dry = new Runs();
      for (int run = 0; run < runs; run++) {
        dump.add(dump().elapsed());
        time(dry, ImmutableList.of("--dry-run"), "dry");
      }
      print(out, "dry run", dry, "pg_dump", dump.median());
      return (dryOnly || stages(ours, theirs, runs, dump.median(), out)) && dry.well;
    }
  }

  private boolean stages(
      ImmutableList<String> shards,
      ImmutableList<String> peers,
      int runs,
      double dumpSeconds,
      PrintWriter out)
      throws SQLException, IOException, InterruptedException {
    Runs stages = new Runs();
    Runs byHand = new Runs();
    for (int run = 0; run < runs; run++) {
      recreate(peers);
      byHand.add(dump().elapsed().plus(restore(peers)));
      recreate(shards);
      Duration total = Duration.ZERO;
      for (Stage stage : Stage.values()) {
        WholeProcess process = ours(stage.flags(), stage.name());
        stages.note(process);
        total = total.plus(process.elapsed());
      }
      stages.add(total);
    }
    print(out, "three stages", stages, "pg_dump | psql to all", byHand.median());
    boolean well = stages.well;
    for (Stage stage : Stage.values()) {
      Runs again = new Runs();
      for (int run = 0; run < runs; run++) {
        time(again, stage.flags(), stage.name() + "-again");
      }
      print(out, stage.label() + " again", again, "pg_dump", dumpSeconds);
      well &= again.well;
    }
    int differing = differing(shards.getFirst());
    out.println("differing statements of the first shard by pg_dump: " + differing);
    return well && differing == 0;
  }

  private int differing(String shard) throws IOException, SQLException {
    List<String> lost = new ArrayList<>(pgDump.canonical(SOURCE).statements());
    pgDump.dumpSchema(shard).forEach(lost::remove);
    return lost.size();
  }

  private void recreate(ImmutableList<String> databases) throws SQLException {
    for (String database : databases) {
      server.dropDatabase(database);
      server.createDatabase(database);
    }
  }

  private WholeProcess dump() throws IOException, InterruptedException {
    return WholeProcess.run(pgDump.command(SOURCE), file("dump.sql"));
  }

  /** Feeds the dump to all databases at the same time. */
  private Duration restore(ImmutableList<String> databases)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    List<Process> running = new ArrayList<>();
    for (String database : databases) {
      ProcessBuilder psql =
          new ProcessBuilder(
              pgDump.program().resolveSibling("psql").toString(),
              "--no-psqlrc",
              "--quiet",
              "--host=" + server.host(),
              "--port=" + server.port(),
              "--username=" + server.superuser(),
              "--dbname=" + database,
              "--file=" + file("dump.sql"));
      psql.environment().put("PGPASSWORD", server.superuserPassword());
      running.add(
          psql.redirectErrorStream(true).redirectOutput(file("psql-" + database + ".txt")).start());
    }
    for (Process process : running) {
      process.waitFor();
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void time(Runs runs, List<String> flags, String name)
      throws IOException, InterruptedException {
    WholeProcess process = ours(flags, name);
    runs.add(process.elapsed());
    runs.note(process);
  }

  private WholeProcess ours(List<String> flags, String name)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(Configuration.arguments(files, PUBLICATION));
    command.addAll(flags);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PGDOG_NO_BUILD", "1");
    return WholeProcess.run(builder, file(name + ".txt"));
  }

  private File file(String name) {
    return files.resolve(name).toFile();
  }

  private static void print(
      PrintWriter out, String what, Runs ours, String other, double otherSeconds) {
    out.println(
        "%-18s %8.2f s   %-22s %8.2f s   ratio %5.2f   peak %s%s"
            .formatted(
                what,
                ours.median(),
                other,
                otherSeconds,
                ours.median() / otherSeconds,
                megabytes(ours.peak()),
                ours.well ? "" : "   FAILED"));
    out.flush();
  }

  private static String megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? bytes.getAsLong() / (1 << 20) + " MB" : "unknown";
  }

  private static ImmutableList<String> names(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + i)
        .collect(ImmutableList.toImmutableList());
  }
}
