package dev.schemasync.cli.report;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.Terminal;
import dev.schemasync.emitter.ScriptPrinter;
import dev.schemasync.executor.Shard;
import dev.schemasync.executor.ShardScript;
import dev.schemasync.model.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints the script of a dry run. Shards that need the same share it; where they need different
 * ones, somebody has to choose: psql would run all of them on one database.
 *
 * @param source what the script was made from
 * @param destination what its shards belong to
 * @param wanted the shard whose script to print
 * @param command how the dry run was asked for
 */
public record DryRunPrinter(
    Terminal terminal,
    String source,
    String destination,
    Optional<Integer> wanted,
    String command) {
  /** A script, and the shards that need it. */
  private record Group(Script script, List<Shard> shards) {
    boolean has(int number) {
      return shards.stream().anyMatch(s -> s.number() == number);
    }

    String names() {
      return shards.stream().map(Shard::toString).collect(Collectors.joining(", "));
    }

    String size() {
      int count = script.statements().size();
      return count == 1 ? "1 statement" : "%,d statements".formatted(count);
    }
  }

  /** Prints the script; if it cannot be told which, says so and prints none. */
  public boolean print(List<ShardScript> scripts) {
    ImmutableList<Group> groups = groups(scripts);
    Optional<Group> chosen =
        wanted.isPresent()
            ? groups.stream().filter(g -> g.has(wanted.get())).findFirst()
            : groups.stream().findFirst().filter(first -> groups.size() == 1);
    chosen.ifPresentOrElse(this::print, () -> ask(groups));
    return chosen.isPresent();
  }

  private static ImmutableList<Group> groups(List<ShardScript> scripts) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (ShardScript script : scripts) {
      groups
          .computeIfAbsent(
              ScriptPrinter.print(script.script()),
              text -> new Group(script.script(), new ArrayList<>()))
          .shards()
          .add(script.shard());
    }
    return ImmutableList.copyOf(groups.values());
  }

  private void print(Group group) {
    terminal
        .out()
        .print(
            ScriptPrinter.print(
                group.script(),
                ImmutableList.of(
                    "schema-sync from %s".formatted(source),
                    "for %s of %s".formatted(group.names(), destination),
                    "run it once on each of these databases, as the schema admin:"
                        + " psql --no-psqlrc --file=FILE --dbname=DATABASE")));
  }

  private void ask(ImmutableList<Group> groups) {
    terminal
        .err()
        .printf(
            "error: the shards are in %d different states and need different scripts; choose one"
                + " with --shard, and run each on its own shards only:%n",
            groups.size());
    for (Group group : groups) {
      terminal
          .err()
          .printf(
              "    %s --shard %d%n        %s for %s%n",
              command, group.shards().getFirst().number(), group.size(), group.names());
    }
  }
}
