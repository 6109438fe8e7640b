package dev.schemasync.demo;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.demo.Verification.Line;
import java.io.IOException;
import java.sql.SQLException;

/** The demonstration itself: from one server to two shards, step by step. */
final class Demo {
  private static final int MESSAGE_LINES = 6;
  private static final int DIFFERENCE_LINES = 20;

  private final Servers servers;
  private final Configuration configuration;
  private final StageRunner runner;
  private final Report report;

  /**
   * @param servers empty ones
   * @param configuration yet to be written
   */
  Demo(Servers servers, Configuration configuration, StageRunner runner, Report report) {
    this.servers = servers;
    this.configuration = configuration;
    this.runner = runner;
    this.report = report;
  }

  /**
   * Runs all of it.
   *
   * @return how the shards differ from the source: empty when all is well
   */
  ImmutableList<String> run() throws IOException, SQLException, StageFailedException {
    report.section("Sample application", this::loadApplication);
    ImmutableList<SampleTable> tables = SampleTable.published(servers.source());
    report.section("Configuration", () -> configure(tables));
    report.section("pre-data: what the rows need", () -> runStage(Stage.PRE_DATA));
    report.section("Rows: each to its shard", () -> copy(tables));
    report.section("post-data: what is faster afterwards", () -> runStage(Stage.POST_DATA));
    report.section("cutover: what had to wait", () -> runStage(Stage.CUTOVER));
    ImmutableList.Builder<String> differences = ImmutableList.builder();
    report.section("Verification", () -> differences.addAll(verify(tables)));
    return differences.build();
  }

  private void loadApplication() throws SQLException {
    report.line("Encore sells tickets for many theatres, so far from one server:");
    SampleApplication.createRoles(servers.source());
    SampleApplication.load(servers.source());
    Fingerprint schema = Fingerprint.of(servers.source());
    TextTable table = new TextTable(ImmutableList.of("kind", "objects"));
    schema.objects().forEach((kind, objects) -> table.add(ImmutableList.of(kind, objects.size())));
    report.table(table);
    AtOnce.map(
        servers.shards(),
        shard -> {
          SampleApplication.createRoles(shard);
          return shard;
        });
    report.line("Roles are the operator's task: created encore_owner, encore_app and");
    report.line("encore_analyst on both shards as well. Otherwise the shards are empty.");
  }

  private void configure(ImmutableList<SampleTable> tables) throws IOException {
    configuration.write(servers, tables);
    report.line("%s", configuration.pgdog());
    report.line("%s", configuration.users());
    long sharded = tables.stream().filter(SampleTable::sharded).count();
    report.line(
        "%d tables are sharded by %s, %d are omnisharded (the same on every shard).",
        sharded, SampleApplication.SHARDING_COLUMN, tables.size() - sharded);
  }

  private void runStage(Stage stage) throws IOException, StageFailedException {
    DryRun dryRun = runner.dryRun(stage);
    report.line(
        "Dry run: %s in %d lines, all of them in %s",
        dryRun.size(), dryRun.lineCount(), runner.scriptFile(stage));
    report.list(dryRun.summary());
    report.quote(dryRun.excerpt());
    StageRunner.Run run = runner.run(stage);
    report.line("Run, in %s:", Report.seconds(run.duration()));
    ImmutableList<String> messages =
        (run.messages() + run.output()).lines().collect(ImmutableList.toImmutableList());
    int hidden = Math.max(0, messages.size() - MESSAGE_LINES);
    report.quote(messages.subList(hidden, messages.size()));
    if (hidden > 0) {
      report.line(
          "the last %d of %d lines in %s", MESSAGE_LINES, messages.size(), runner.logFile(stage));
    }
  }

  private void copy(ImmutableList<SampleTable> tables) throws SQLException {
    ImmutableList<ImmutableMap<SampleTable, Long>> copied = new Copier(servers, tables).copy();
    report.line("PgDog does this with logical replication. Here COPY does, with PgDog's hash of");
    report.line("the sharding key, which is the one of PARTITION BY HASH.");
    TextTable table = new TextTable(header("table", "placement"));
    for (SampleTable sample : tables) {
      table.add(
          ImmutableList.builder()
              .add(sample.sql(), sample.placement())
              .addAll(copied.stream().map(rows -> rows.getOrDefault(sample, 0L)).iterator())
              .build());
    }
    report.table(table);
  }

  private ImmutableList<String> verify(ImmutableList<SampleTable> tables) throws SQLException {
    Verification verification = Verification.of(servers, tables);
    report.line("Each stage has compared the shards with the source before it ended. Now the same");
    report.line("question to the servers themselves, by SQL that shares no code with the tool:");
    report.blank();
    report.table(comparison("kind", "sha-256", verification.catalogs()));
    report.blank();
    report.table(comparison("rows of", "placement", verification.tables()));
    report.blank();
    ImmutableList.Builder<String> differences =
        ImmutableList.<String>builder().addAll(verification.differences());
    for (Stage stage : Stage.values()) {
      differences.addAll(planAgain(stage));
    }
    ImmutableList<String> all = differences.build();
    all.stream().limit(DIFFERENCE_LINES).forEach(report::bad);
    if (all.size() > DIFFERENCE_LINES) {
      report.bad("and %d more differences".formatted(all.size() - DIFFERENCE_LINES));
    }
    return all;
  }

  /** A finished shard needs nothing but fresh materialized views: a second plan has no more. */
  private ImmutableList<String> planAgain(Stage stage) {
    try {
      DryRun again = runner.plan(stage);
      boolean finished = again.statements().size() == again.refreshes();
      report.line(
          "%s once more: %s%s",
          stage.label(),
          again.size(),
          finished && again.refreshes() > 0 ? ", a refresh as at every cutover" : "");
      return finished
          ? ImmutableList.of()
          : ImmutableList.of("%s once more has %s".formatted(stage.label(), again.size()));
    } catch (StageFailedException e) {
      report.line("%s once more: refused", stage.label());
      return ImmutableList.of(e.getMessage() + ": " + e.said().strip());
    }
  }

  private TextTable comparison(String subject, String remark, ImmutableList<Line> lines) {
    ImmutableList<String> columns =
        ImmutableList.<String>builder()
            .add(subject, remark, "source")
            .addAll(shardLabels())
            .add("result")
            .build();
    TextTable table = new TextTable(columns);
    for (Line line : lines) {
      int differences = line.differences().size();
      table.add(
          ImmutableList.builder()
              .add(line.subject(), line.remark(), line.source())
              .addAll(line.shards())
              .add(differences == 0 ? "same" : differences + " DIFFERENT")
              .build());
    }
    return table;
  }

  private ImmutableList<String> header(String... first) {
    return ImmutableList.<String>builder().add(first).addAll(shardLabels()).build();
  }

  private ImmutableList<String> shardLabels() {
    return servers.shards().stream().map(Member::label).collect(ImmutableList.toImmutableList());
  }
}
