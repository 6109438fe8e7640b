package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import java.util.List;

/**
 * The steps of a foreign key: itself, without the scan, and its validation. That of a partitioned
 * table reaches the partitions, whose own come before or behind it so that both stay what they are.
 */
final class ForeignKeySteps {
  private ForeignKeySteps() {}

  static List<Node> of(Constraint.ForeignKey key, Context context) {
    if (context.present(key.id()).isPresent()) {
      return List.of();
    }
    ImmutableList<Constraint.ForeignKey> above = ofAncestors(key, context);
    // A partitioned table takes no NOT VALID foreign key before 18, and has no rows of its own.
    boolean notValid = !key.validated() || !context.isPartitioned(key.table());
    Node add =
        Node.of(
                new Step.AddForeignKey(key, notValid),
                Stage.POST_DATA,
                Requirements.of(key, context))
            .requiring(context.partitionsAttached(key.table()))
            .requiring(List.of(Fact.preceded(key.id())))
            // The copy of the parent's would take the name.
            .providing(
                above.stream()
                    .filter(other -> other.name().equals(key.name()))
                    .map(other -> Fact.preceded(other.id())))
            // The parent's would take over an own one that says the same, and leave one of two.
            .requiring(
                above.stream()
                    .filter(other -> !other.name().equals(key.name()) && saysTheSame(other, key))
                    .map(other -> Fact.exists(other.id()))
                    .collect(toImmutableList()));
    return key.validated() && notValid ? List.of(add, validate(key)) : List.of(add);
  }

  private static Node validate(Constraint.ForeignKey key) {
    return Node.after(
        key.id(),
        new Step.ValidateConstraint(ObjectId.table(key.table()), key.name()),
        Stage.POST_DATA);
  }

  private static ImmutableList<Constraint.ForeignKey> ofAncestors(
      Constraint.ForeignKey key, Context context) {
    return context
        .ancestors(key.table())
        .flatMap(table -> context.constraints(table).stream())
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(Constraint.ForeignKey.class::cast)
        .collect(toImmutableList());
  }

  private static boolean saysTheSame(Constraint.ForeignKey one, Constraint.ForeignKey other) {
    return one.columns().equals(other.columns())
        && one.referencedTable().equals(other.referencedTable())
        && one.referencedColumns().equals(other.referencedColumns());
  }
}
