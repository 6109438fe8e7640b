package dev.schemasync.introspect;

import com.google.common.collect.ImmutableSetMultimap;
import dev.schemasync.model.catalog.ObjectId;
import java.util.Optional;

/** Reads which object refers to which. */
final class Dependencies {
  private Dependencies() {}

  /** From dependents to what they refer to, among the objects that the index knows. */
  static ImmutableSetMultimap<ObjectId, ObjectId> read(Answers answers, ObjectIndex index)
      throws CatalogReadException {
    ImmutableSetMultimap.Builder<ObjectId, ObjectId> edges = ImmutableSetMultimap.builder();
    for (Row row : answers.rows(Query.DEPENDENCY)) {
      if (index.isMember(Address.of(row))) {
        continue;
      }
      Optional<ObjectId> dependent = index.find(Address.of(row));
      Optional<ObjectId> referenced =
          index.find(new Address(row.text("referenced_catalog"), row.oid("referenced_oid")));
      if (dependent.isPresent() && referenced.isPresent() && !dependent.equals(referenced)) {
        edges.put(dependent.get(), referenced.get());
      }
    }
    return edges.build();
  }
}
