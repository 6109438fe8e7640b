package dev.schemasync.planner.destination;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether constraints hold for all rows, or are NOT VALID. */
public final class Validation {
  private Validation() {}

  /** The steps that validate what is on the shard, but not for the rows that were there before. */
  public static List<Node> of(Kind kind, Context context) {
    return differing(kind, context.present(kind.object().id()), true)
        .map(
            constraint -> {
              ObjectId.InSchema of = (ObjectId.InSchema) constraint.of();
              return Node.after(
                      constraint,
                      new Step.ValidateConstraint(of, constraint.name()),
                      // A parent may demand it of a table that is to be attached.
                      context.toBeAttached(of) ? Stage.PRE_DATA : Stage.POST_DATA)
                  .providing(Fact.validated(constraint));
            })
        .toList();
  }

  /**
   * The constraints that the shard has validated, where the source has rows that may break them.
   */
  public static Stream<ObjectId.Part> stricter(Kind kind, CatalogObject present) {
    return differing(kind, Optional.of(present), false);
  }

  /** The constraints that are on the shard, and validated there only, or on the source only. */
  private static Stream<ObjectId.Part> differing(
      Kind kind, Optional<CatalogObject> present, boolean onSource) {
    if (present.filter(p -> !p.equals(kind.object())).isEmpty()) {
      return Stream.empty();
    }
    ImmutableMap<ObjectId.Part, Boolean> now = Kinds.of(present.get()).constraints();
    return kind.constraints().entrySet().stream()
        .filter(wanted -> wanted.getValue() == onSource)
        .map(Map.Entry::getKey)
        .filter(constraint -> now.getOrDefault(constraint, onSource) != onSource);
  }
}
