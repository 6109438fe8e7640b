package dev.schemasync.cli.report;

import dev.schemasync.executor.ExecutionEvent;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.Stage;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as one bar per shard, with the statement that began last beside it. */
final class ProgressBars implements Progress {
  private final Stage stage;
  private final BarScreen screen;
  private final SortedMap<Integer, ProgressBar> bars = new TreeMap<>();

  ProgressBars(BarScreen screen, Stage stage) {
    this.stage = stage;
    this.screen = screen;
  }

  @Override
  public void on(ExecutionEvent event) {
    switch (event) {
      case ExecutionEvent.StageStarted(var shard, var started, var total) -> bar(shard, total);
      case ExecutionEvent.Progress(var shard, var ran, var total) -> bar(shard, total).stepTo(ran);
      case ExecutionEvent.StatementStarted(var shard, var statement) ->
          extra(shard, statement.summary());
      case ExecutionEvent.IndexProgress(var shard, var statement, var phase, var done, var total) ->
          extra(shard, statement.summary() + " " + Remarks.percent(done, total) + "%");
      case ExecutionEvent other -> Remarks.of(other).ifPresent(screen::remark);
    }
  }

  private ProgressBar bar(Shard shard, int total) {
    return bars.computeIfAbsent(
        shard.number(),
        number ->
            new ProgressBarBuilder()
                .setTaskName("shard %d %s".formatted(number, stage.label()))
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                // Otherwise a bar redraws only when a statement is done, which may take an hour.
                .continuousUpdate()
                .setConsumer(screen.addBar())
                .build());
  }

  private void extra(Shard shard, String message) {
    ProgressBar bar = bars.get(shard.number());
    if (bar != null) {
      bar.setExtraMessage(" " + message.lines().collect(Collectors.joining(" ")));
    }
  }

  @Override
  public void remark(String text) {
    screen.remark(text);
  }

  @Override
  public void finish() {
    bars.values().forEach(bar -> bar.setExtraMessage(""));
    bars.values().forEach(ProgressBar::close);
    bars.clear();
    screen.finish();
  }
}
