package dev.schemasync.planner.kind;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * What an object that is on the shard only can do to what comes from the source.
 *
 * @param relation whose rows it concerns; none for what concerns every change
 */
public record Interference(Optional<ObjectId> relation, String effect) {
  public static Interference on(ObjectId relation, String effect) {
    return new Interference(Optional.of(relation), effect);
  }

  public static Interference on(QualifiedName table, String effect) {
    return on(ObjectId.table(table), effect);
  }
}
