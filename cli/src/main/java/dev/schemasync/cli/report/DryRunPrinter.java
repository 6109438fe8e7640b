package dev.schemasync.cli.report;

import dev.schemasync.cli.Terminal;
import dev.schemasync.emitter.ScriptPrinter;
import dev.schemasync.executor.Shard;
import dev.schemasync.executor.ShardScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the scripts of a dry run, once for all shards that would run the same. */
public final class DryRunPrinter {
  private final Terminal terminal;

  /** A printer to a terminal's output. */
  public DryRunPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints each different script with the shards it is for. */
  public void print(List<ShardScript> scripts) {
    Map<String, List<Shard>> groups = new LinkedHashMap<>();
    for (ShardScript script : scripts) {
      groups
          .computeIfAbsent(ScriptPrinter.print(script.script()), text -> new ArrayList<>())
          .add(script.shard());
    }
    groups.forEach(
        (text, shards) -> {
          terminal
              .out()
              .print(
                  ScriptPrinter.comment(
                      "for "
                          + shards.stream()
                              .map(Shard::toString)
                              .collect(Collectors.joining(", "))));
          terminal.out().print(text);
        });
  }
}
