package dev.schemasync.cli.report;

import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.ExecutionEvent;
import dev.schemasync.executor.Shard;
import java.util.HashMap;
import java.util.Map;

/** Progress as plain lines: a tenth of the way at a time, and whatever an operator should know. */
final class ProgressLines implements Progress {
  private static final int PARTS = 10;

  private final Terminal terminal;
  private final Map<Integer, Integer> printed = new HashMap<>();
  private final Map<Build, Long> builds = new HashMap<>();

  /** An index that a shard builds. */
  private record Build(Shard shard, int statement) {}

  ProgressLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void on(ExecutionEvent event) {
    switch (event) {
      case ExecutionEvent.Progress(var shard, var ran, var total) -> {
        int part = ran * PARTS / Math.max(1, total);
        if (part > printed.getOrDefault(shard.number(), 0)) {
          printed.put(shard.number(), part);
          terminal.err().printf("%s: %,d of %,d statements%n", shard, ran, total);
        }
      }
      case ExecutionEvent.IndexProgress(
              var shard,
              var statement,
              var phase,
              var done,
              var total) -> {
        long percent = Remarks.percent(done, total);
        Long before = builds.put(new Build(shard, statement.number()), percent);
        if (before == null || percent / PARTS > before / PARTS) {
          terminal.err().printf("%s: %s: %s, %d%%%n", shard, statement.summary(), phase, percent);
        }
      }
      case ExecutionEvent.StartedOver again -> {
        printed.remove(again.shard().number());
        Remarks.of(again).ifPresent(terminal.err()::println);
      }
      case ExecutionEvent other -> Remarks.of(other).ifPresent(terminal.err()::println);
    }
  }

  @Override
  public void remark(String text) {
    terminal.err().println(text);
  }

  @Override
  public void finish() {}
}
