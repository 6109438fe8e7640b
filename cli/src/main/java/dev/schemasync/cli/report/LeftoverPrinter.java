package dev.schemasync.cli.report;

import dev.schemasync.cli.Terminal;
import dev.schemasync.executor.Leftover;
import java.util.List;

/** Prints what killed runs left prepared on shards, where it must not be finished. */
public final class LeftoverPrinter {
  private final Terminal terminal;

  /** A printer to a terminal's errors. */
  public LeftoverPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints each with what will become of it, and why that leaves no script to print. */
  public void print(List<Leftover> leftovers) {
    for (Leftover leftover : leftovers) {
      terminal
          .err()
          .printf(
              "error: %s: an earlier run left the prepared transaction '%s' behind; %s%n",
              leftover.shard(), leftover.gid(), fate(leftover));
    }
    terminal
        .err()
        .println(
            "no script is printed: what is left to do is known when these transactions are"
                + " finished, and until then they hold their locks");
  }

  private static String fate(Leftover leftover) {
    return switch (leftover.fate()) {
      case Leftover.Fate.Commit f ->
          "that run has committed on another shard, so the next one without --dry-run commits it,"
              + " as %s on that shard's database would".formatted(leftover.finish(true));
      case Leftover.Fate.RollBack f ->
          "that run has committed on no shard, so the next one without --dry-run rolls it back, as"
              + " %s on that shard's database would".formatted(leftover.finish(false));
      case Leftover.Fate.Unknown(var reason) ->
          ("what is to become of it cannot be told: %s; find out whether that run has committed on"
                  + " its other shards, connect to this shard's database and finish it with %s or"
                  + " %s")
              .formatted(reason, leftover.finish(true), leftover.finish(false));
    };
  }
}
