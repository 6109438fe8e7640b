package dev.schemasync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.ExecutionEvent;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.Statement;
import dev.schemasync.model.script.emitting.EmitterKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Both views of a run, from events as a run has them. */
class ProgressTest {
  private static final int TOTAL = 20;
  private static final ImmutableList<Shard> SHARDS = ImmutableList.of(shard(0), shard(1));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static Shard shard(int number) {
    return new Shard(
        number,
        "db" + number,
        () -> {
          throw new SQLException("no server here");
        });
  }

  private static Statement statement(int number) {
    return new Statement(
        number,
        Sql.emitted(EmitterKey.KEY, "SELECT " + number),
        Optional.empty(),
        ObjectId.table(QualifiedName.of("app", "t" + number)),
        "create index app.odd\nname" + number,
        Stage.POST_DATA,
        ImmutableSortedSet.of(),
        ImmutableSortedSet.of(),
        Footprint.of(ObjectId.table(QualifiedName.of("app", "t" + number))),
        ImmutableList.of(),
        true,
        1,
        Statement.CrossCheck.CONFIRMED);
  }

  private static ServerError locked() {
    return new ServerError(
        "55P03",
        "canceling statement due to lock timeout",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What two shards tell while they run a stage. */
  private static List<ExecutionEvent> run() {
    List<ExecutionEvent> events = new ArrayList<>();
    for (Shard shard : SHARDS) {
      events.add(new ExecutionEvent.ShardLocked(shard));
      events.add(new ExecutionEvent.ParseChecked(shard, TOTAL, 0));
    }
    for (Shard shard : SHARDS) {
      events.add(new ExecutionEvent.StageStarted(shard, Stage.POST_DATA, TOTAL));
    }
    for (int i = 0; i < TOTAL; i++) {
      for (Shard shard : SHARDS) {
        events.add(new ExecutionEvent.StatementStarted(shard, statement(i)));
        if (i == 5) {
          events.add(
              new ExecutionEvent.IndexProgress(
                  shard, statement(i), "building index: scanning table", 3, 4));
          events.add(
              new ExecutionEvent.LockRetry(
                  shard, statement(i), 1, Duration.ofMillis(500), locked()));
        }
        events.add(new ExecutionEvent.Progress(shard, i + 1, TOTAL));
      }
    }
    return events;
  }

  private String shown(boolean interactive, List<ExecutionEvent> events) {
    try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      Terminal terminal = new Terminal(outStream, errStream, interactive, Path.of(""));
      try (Progress progress = Progress.on(terminal, Stage.POST_DATA)) {
        events.forEach(progress::on);
        progress.finish();
        errStream.println("the report");
      }
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    return err.toString(StandardCharsets.UTF_8);
  }

  /** What stands on a terminal after the text with its cursor movements was written. */
  private static List<String> screen(String written) {
    List<String> lines = new ArrayList<>();
    Pattern part = Pattern.compile("\\x1b\\[(\\d+)A\\r\\x1b\\[J|([^\\x1b]+)");
    for (MatchResult match : part.matcher(written).results().toList()) {
      if (match.group(1) != null) {
        int up = Integer.parseInt(match.group(1));
        lines.subList(lines.size() - up, lines.size()).clear();
      } else {
        assertThat(match.group(2)).endsWith("\n").doesNotContain("\r");
        List<String> more = Splitter.on('\n').splitToList(match.group(2));
        lines.addAll(more.subList(0, more.size() - 1));
      }
    }
    return lines;
  }

  @Test
  void linesForALog() {
    String shown = shown(false, run());
    assertThat(shown).doesNotContain("\r", "\u001b");
    assertThat(shown.lines())
        .contains(
            "shard 0 (db0): post-data: 20 statements",
            "shard 1 (db1): post-data: 20 statements",
            "shard 0 (db0): 2 of 20 statements",
            "shard 1 (db1): 20 of 20 statements",
            "name5: building index: scanning table, 75%")
        .doesNotContain("shard 0 (db0): 3 of 20 statements")
        .endsWith("the report");
    // A tenth of the way at a time.
    assertThat(shown.lines().filter(l -> l.endsWith("of 20 statements"))).hasSize(2 * 10);
  }

  @Test
  void linesStartOverWithTheRun() {
    Shard shard = SHARDS.getFirst();
    String shown =
        shown(
            false,
            List.of(
                new ExecutionEvent.StageStarted(shard, Stage.PRE_DATA, TOTAL),
                new ExecutionEvent.Progress(shard, 18, TOTAL),
                new ExecutionEvent.StartedOver(shard, "out of shared memory"),
                new ExecutionEvent.Progress(shard, 10, TOTAL)));
    assertThat(shown.lines())
        .containsSubsequence(
            "shard 0 (db0): 18 of 20 statements", "shard 0 (db0): 10 of 20 statements");
  }

  @Test
  void barsForAPerson() {
    List<String> screen = screen(shown(true, run()));
    // Remarks have scrolled by above; below them stand the bars, finished, then the report.
    assertThat(screen).endsWith("the report");
    List<String> bars = screen.subList(screen.size() - 3, screen.size() - 1);
    assertThat(bars.get(0)).startsWith("shard 0 post-data 100%").contains("20/20");
    assertThat(bars.get(1)).startsWith("shard 1 post-data 100%").contains("20/20");
    assertThat(screen.subList(0, screen.size() - 3))
        .noneMatch(line -> line.contains("%"))
        .filteredOn(line -> line.contains("waits for a lock; try 2 in 500 ms"))
        .hasSize(2);
  }

  @Test
  void nothingIsDrawnWhereNothingRuns() {
    assertThat(shown(true, List.of(new ExecutionEvent.ShardLocked(SHARDS.getFirst()))))
        .isEqualTo("the report\n");
  }

  @Test
  void remarksBeforeTheStageStandAlone() {
    String shown =
        shown(
            true,
            List.of(new ExecutionEvent.LeftoverResolved(SHARDS.getFirst(), "schemasync_1", true)));
    assertThat(shown.lines())
        .containsExactly(
            "shard 0 (db0): the prepared transaction schemasync_1 of an earlier run was committed",
            "the report");
  }
}
