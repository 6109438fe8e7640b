package dev.schemasync.model.catalog;

import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/** The place of a table in declarative partitioning. */
public sealed interface PartitionRole {

  /** Neither. */
  record Standalone() implements PartitionRole {}

  /** The root of a partitioned table. */
  record Partitioned(PartitionKey key) implements PartitionRole {}

  /**
   * A partition.
   *
   * @param key if it is partitioned in turn
   */
  record Partition(QualifiedName parent, PartitionBound bound, Optional<PartitionKey> key)
      implements PartitionRole {}

  /** How the rows of the table are divided, if they are. */
  default Optional<PartitionKey> partitionKey() {
    return switch (this) {
      case Standalone s -> Optional.empty();
      case Partitioned(var key) -> Optional.of(key);
      case Partition(var parent, var bound, var key) -> key;
    };
  }
}
