package dev.schemasync.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.LargeObjects;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shards in the same state: what is planned, written and proved for one holds for all.
 *
 * @param shards by number; never empty
 * @param snapshot of the first of them, with the largest size that a relation has on any of them
 */
record ShardGroup(ImmutableList<Shard> shards, Snapshot snapshot) {
  /** The groups, in the order of their first shards. */
  static ImmutableList<ShardGroup> of(List<Shard> shards, List<Snapshot> snapshots) {
    Map<Snapshot, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < shards.size(); i++) {
      members.computeIfAbsent(state(snapshots.get(i)), s -> new ArrayList<>()).add(i);
    }
    return members.values().stream()
        .map(
            group ->
                new ShardGroup(
                    group.stream().map(shards::get).collect(toImmutableList()),
                    together(group.stream().map(snapshots::get).toList())))
        .collect(toImmutableList());
  }

  private static Snapshot together(List<Snapshot> equal) {
    Map<ObjectId, Long> largest = new HashMap<>();
    for (Snapshot snapshot : equal) {
      snapshot.relationSizes().forEach((of, bytes) -> largest.merge(of, bytes, Math::max));
    }
    return equal.getFirst().withRelationSizes(ImmutableSortedMap.copyOf(largest));
  }

  /** All but what need not be equal: which database it is, and how much data it holds. */
  private static Snapshot state(Snapshot snapshot) {
    ServerFacts server = snapshot.server();
    return new Snapshot(
        new ServerFacts(
            server.version(),
            Identifier.of("any"),
            server.databaseOwner(),
            "",
            server.encoding(),
            server.collate(),
            server.ctype(),
            server.roles(),
            server.superusers(),
            server.installable(),
            server.languages(),
            server.untrustedLanguages(),
            server.accessMethods(),
            server.tablespaces(),
            server.collations(),
            server.textSearch(),
            server.defaultPrivileges(),
            server.user(),
            server.limits()),
        snapshot.catalog(),
        snapshot.sequenceValues(),
        snapshot.hiddenSequences(),
        snapshot.populated(),
        ImmutableSortedMap.of(),
        snapshot.underConstruction(),
        LargeObjects.NONE);
  }

  Shard first() {
    return shards.getFirst();
  }

  ImmutableList<Integer> numbers() {
    return shards.stream().map(Shard::number).collect(toImmutableList());
  }
}
