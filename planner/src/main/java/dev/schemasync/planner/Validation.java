package dev.schemasync.planner;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether constraints hold for all rows, or are NOT VALID. */
final class Validation {
  private Validation() {}

  /** The steps that validate what is on the shard, but not for the rows that were there before. */
  static List<Node> of(CatalogObject object, Context context) {
    return differing(object, context.present(object.id()), true)
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
  static Stream<ObjectId.Part> stricter(CatalogObject object, CatalogObject present) {
    return differing(object, Optional.of(present), false);
  }

  /** The constraints that are on the shard, and validated there only, or on the source only. */
  private static Stream<ObjectId.Part> differing(
      CatalogObject object, Optional<CatalogObject> present, boolean onSource) {
    if (present.filter(p -> !p.equals(object)).isEmpty()) {
      return Stream.empty();
    }
    ImmutableMap<ObjectId.Part, Boolean> now = constraints(present.get());
    return constraints(object).entrySet().stream()
        .filter(wanted -> wanted.getValue() == onSource)
        .map(Map.Entry::getKey)
        .filter(constraint -> now.getOrDefault(constraint, onSource) != onSource);
  }

  /** Whether each constraint that an object is or has is validated. */
  private static ImmutableMap<ObjectId.Part, Boolean> constraints(CatalogObject object) {
    return switch (object) {
      case Constraint.Check check -> ImmutableMap.of(check.id(), check.validated());
      case Constraint.ForeignKey key -> ImmutableMap.of(key.id(), key.validated());
      case Table table -> notNulls(table);
      case Type.Domain domain ->
          domain.checks().stream()
              .collect(
                  ImmutableMap.toImmutableMap(
                      c -> DomainSteps.checkId(domain, c), Type.DomainCheck::validated));
      case Constraint.Key o -> ImmutableMap.of();
      case Schema o -> ImmutableMap.of();
      case Extension o -> ImmutableMap.of();
      case Type.EnumType o -> ImmutableMap.of();
      case Type.CompositeType o -> ImmutableMap.of();
      case Routine o -> ImmutableMap.of();
      case Sequence o -> ImmutableMap.of();
      case View o -> ImmutableMap.of();
      case MaterializedView o -> ImmutableMap.of();
      case Index o -> ImmutableMap.of();
      case Trigger o -> ImmutableMap.of();
      case Publication o -> ImmutableMap.of();
      case UnsupportedObject o -> ImmutableMap.of();
    };
  }

  private static ImmutableMap<ObjectId.Part, Boolean> notNulls(Table table) {
    ImmutableMap.Builder<ObjectId.Part, Boolean> found = ImmutableMap.builder();
    table
        .columns()
        .forEach(
            column ->
                column
                    .notNull()
                    .ifPresent(
                        n ->
                            found.put(
                                Inheritance.notNull(table.name(), column).orElseThrow(),
                                n.validated())));
    return found.buildKeepingLast();
  }
}
