package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.planner.access.Attributes;
import dev.schemasync.planner.access.Overwrite;
import dev.schemasync.planner.access.Overwrites;
import dev.schemasync.planner.destination.Conflicts;
import dev.schemasync.planner.destination.Validation;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns every desired object into the steps whose facts do not hold on the shard yet. The
 * destination is the journal: an object that is there is not made, one that contradicts it is a
 * conflict.
 */
final class Expansion {
  private final List<Node> nodes = new ArrayList<>();
  private final List<Overwrite> overwrites = new ArrayList<>();
  private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

  /**
   * The expansion of what is desired.
   *
   * @param separated defaults and checks that steps of their own make, because making them with
   *     their table or domain would be a loop
   */
  Expansion(Context context, ImmutableSet<ObjectId> separated) {
    for (CatalogObject object : context.desired.catalog().all()) {
      Kind kind = Kinds.of(object);
      Conflicts.of(kind, context).forEach(findings::add);
      findings.addAll(kind.notices(context));
      nodes.addAll(kind.steps(context, separated));
      nodes.addAll(Validation.of(kind, context));
      Attributes attributes = Attributes.of(kind, context);
      nodes.addAll(attributes.steps());
      overwrites.addAll(attributes.overwrites());
      findings.addAll(attributes.conflicts());
    }
    findings.addAll(Overwrites.findings(overwrites));
  }

  ImmutableList<Node> nodes() {
    return ImmutableList.copyOf(nodes);
  }

  ImmutableList<Finding> findings() {
    return findings.build();
  }
}
