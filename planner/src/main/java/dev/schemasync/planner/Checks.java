package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.destination.DestinationChecks;
import dev.schemasync.planner.relation.ReplicaIdentities;
import java.util.List;
import java.util.Optional;

/** The checks that need no comparison of objects: all are made before anything is written. */
public final class Checks {
  private Checks() {}

  /** Whether every published table can have its updates and deletes replicated. */
  public static ImmutableList<Finding> replicaIdentities(Desired desired) {
    Catalog catalog = desired.catalog();
    ImmutableListMultimap<QualifiedName, Constraint> constraints = catalog.constraintsByTable();
    boolean viaRoot = catalog.all(Publication.class).anyMatch(Publication::viaRoot);
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (QualifiedName name : desired.published()) {
      Table table = catalog.find(ObjectId.table(name), Table.class).orElseThrow();
      // Rows live in leaf partitions; a partitioned table matters where changes are sent as its
      // own.
      if (table.partitionRole().partitionKey().isEmpty() || viaRoot) {
        ReplicaIdentities.problem(table, constraints.get(name), catalog)
            .ifPresent(
                problem ->
                    findings.add(
                        Finding.of(
                            FindingCode.NO_REPLICA_IDENTITY,
                            table.id(),
                            "The " + table.id() + " " + problem + ".",
                            "Add a primary key, or set REPLICA IDENTITY to FULL or to a unique"
                                + " index, on the source.")));
      }
    }
    return findings.build();
  }

  /** Whether the shards of a source cluster hold the same schema as its first one. */
  public static ImmutableList<Finding> sourceShards(List<Snapshot> shards) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (int i = 1; i < shards.size(); i++) {
      int shard = i;
      CatalogDiff.compare(
              shards.getFirst().catalog(), shards.get(i).catalog(), TextEquivalence.NONE)
          .forEach(
              difference ->
                  findings.add(
                      Finding.of(
                          FindingCode.SOURCE_SHARDS_DIFFER,
                          difference.object(),
                          "Shards 0 and " + shard + " of the source differ: " + difference + ".",
                          "Make the shards of the source alike before their schema is copied.")));
    }
    return findings.build();
  }

  /**
   * Whether the value of every sequence could be read on the source. Stages that set them stop
   * where a privilege is missing: a value that is not set is handed out twice.
   */
  public static ImmutableList<Finding> sequenceValues(
      Desired desired, List<Snapshot> source, Stage stage) {
    SourceShards shards = new SourceShards(source);
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    desired
        .catalog()
        .all(Sequence.class)
        .forEach(
            sequence ->
                shards
                    .unreadable(sequence)
                    .forEach(shard -> findings.add(unread(sequence, shard, shards, stage))));
    return findings.build();
  }

  private static Finding unread(Sequence sequence, int shard, SourceShards shards, Stage stage) {
    if (stage == Stage.PRE_DATA || !shards.isHidden(sequence, shard)) {
      return Finding.of(
          FindingCode.SEQUENCE_UNREADABLE,
          sequence.id(),
          "The value of the " + sequence.id() + " cannot be read on " + shards.name(shard) + ".",
          "Grant SELECT on it to the schema admin, or set the value on the shards by hand.");
    }
    return Finding.of(
        FindingCode.SEQUENCE_NOT_SET,
        sequence.id(),
        "The user "
            + shards.user(shard)
            + " may not read the value of the "
            + sequence.id()
            + " on "
            + shards.name(shard)
            + ", so that no shard gets it.",
        "GRANT SELECT ON SEQUENCE "
            + sequence.name()
            + " (and USAGE ON SCHEMA "
            + sequence.name().schema()
            + ") to "
            + shards.user(shard)
            + " there; or accept this and set the value on the shards by hand.");
  }

  /** Whether a server's version is one that was tested. */
  public static ImmutableList<Finding> version(String role, ServerVersion version) {
    return version.major() <= ServerVersion.NEWEST_MAJOR
        ? ImmutableList.of()
        : ImmutableList.of(
            new Finding(
                FindingCode.UNTESTED_VERSION,
                Optional.empty(),
                Optional.empty(),
                "The "
                    + role
                    + " runs PostgreSQL "
                    + version
                    + ", newer than any that was tested (up to "
                    + ServerVersion.NEWEST_MAJOR
                    + ").",
                "Compare the result with care."));
  }

  /**
   * Whether a shard can take what is desired: its version, its roles, extensions and privileges.
   */
  public static ImmutableList<Finding> destination(
      Desired desired, ServerFacts source, Snapshot shard, Stage stage) {
    return new DestinationChecks(desired, source, shard, stage).findings();
  }
}
