package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.planner.destination.DestinationForm;
import java.util.Set;

/**
 * What every shard should hold.
 *
 * @param published the tables whose rows the publication sends
 * @param sequenceValues the value each sequence should have
 * @param populated the materialized views that should hold data
 * @param relationSizes estimated size of each relation on the source, in bytes
 * @param findings what was noticed while the source was narrowed to this
 */
public record Desired(
    Catalog catalog,
    ImmutableSortedSet<QualifiedName> published,
    ImmutableSortedMap<QualifiedName, SequenceValue> sequenceValues,
    ImmutableSortedSet<QualifiedName> populated,
    ImmutableSortedMap<ObjectId, Long> relationSizes,
    ImmutableList<Finding> findings) {
  /** The same without some objects. */
  public Desired without(Set<ObjectId> objects) {
    return objects.isEmpty()
        ? this
        : new Desired(
            catalog.filter(object -> !objects.contains(object.id())),
            published,
            sequenceValues,
            populated,
            relationSizes,
            findings);
  }

  /** The same for a shard, with what its server makes of it by itself. */
  public Desired on(ServerFacts server) {
    return new Desired(
        DestinationForm.of(catalog, server),
        published,
        sequenceValues,
        populated,
        relationSizes,
        findings);
  }
}
