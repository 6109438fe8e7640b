package dev.schemasync.cli.report;

import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.ExecutionEvent;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.Stage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as one bar per shard. */
final class ProgressBars implements Progress {
  private final Terminal terminal;
  private final Stage stage;
  private final List<Shard> shards;
  private final Map<Integer, ProgressBar> bars = new TreeMap<>();

  ProgressBars(Terminal terminal, Stage stage, List<Shard> shards) {
    this.terminal = terminal;
    this.stage = stage;
    this.shards = List.copyOf(shards);
  }

  @Override
  public void on(ExecutionEvent event) {
    switch (event) {
      case ExecutionEvent.StageStarted(var shard, var started, var total) -> bar(shard, total);
      case ExecutionEvent.Progress(var shard, var ran, var total) -> bar(shard, total).stepTo(ran);
      case ExecutionEvent.StatementStarted(var shard, var statement) ->
          extra(shard, statement.summary());
      case ExecutionEvent.IndexProgress(var shard, var statement, var phase, var done, var total) ->
          extra(
              shard, "%s %d%%".formatted(statement.summary(), total == 0 ? 0 : done * 100 / total));
      case ExecutionEvent other -> Remarks.of(other).ifPresent(terminal.err()::println);
    }
  }

  private ProgressBar bar(Shard shard, int total) {
    return bars.computeIfAbsent(
        shard.number(),
        number ->
            new ProgressBarBuilder()
                .setTaskName("shard %d of %d %s".formatted(number, shards.size(), stage.label()))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
                .build());
  }

  private void extra(Shard shard, String message) {
    ProgressBar bar = bars.get(shard.number());
    if (bar != null) {
      bar.setExtraMessage(" " + message);
    }
  }

  @Override
  public void finish() {
    bars.values().forEach(ProgressBar::close);
    bars.clear();
  }
}
