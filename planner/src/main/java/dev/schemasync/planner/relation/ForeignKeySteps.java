package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The steps of a foreign key: itself, without the scan, and its validation. That of a partitioned
 * table reaches the partitions, whose own come before or behind it so that both stay what they are.
 *
 * <p>One that refers to a partitioned table brings others with it, one for each partition, whose
 * names the server chooses among those that are free. So it comes after those that bring none, and
 * after those whose names the server could choose.
 */
public final class ForeignKeySteps {
  private static final Pattern CHOSEN = Pattern.compile("_fkey\\d*$");

  private ForeignKeySteps() {}

  public static List<Node> of(Constraint.ForeignKey key, Context context) {
    if (context.present(key.id()).isPresent()) {
      return List.of();
    }
    ImmutableList<Constraint.ForeignKey> above = ofAncestors(key, context);
    // A partitioned table takes no NOT VALID foreign key before 18, and has no rows of its own.
    boolean notValid = key.enforced() && (!key.validated() || !context.isPartitioned(key.table()));
    Node add =
        Node.of(
                new Step.AddForeignKey(key, notValid),
                Stage.POST_DATA,
                Requirements.of(key, context))
            .requiring(context.partitionsAttached(key.table()))
            .requiring(List.of(Fact.preceded(key.id())))
            .requiring(before(key, context))
            .providing(standing(key, context))
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

  private static ImmutableList<Fact> before(Constraint.ForeignKey key, Context context) {
    ObjectId table = ObjectId.table(key.table());
    if (!context.isPartitioned(key.referencedTable())) {
      return ImmutableList.of();
    }
    return isNamedAsChosen(key)
        ? ImmutableList.of(Fact.alone(table))
        : ImmutableList.of(Fact.alone(table), Fact.named(table));
  }

  private static Stream<Fact> standing(Constraint.ForeignKey key, Context context) {
    ObjectId table = ObjectId.table(key.table());
    if (!context.isPartitioned(key.referencedTable())) {
      return Stream.of(Fact.alone(table));
    }
    return isNamedAsChosen(key) ? Stream.of(Fact.named(table)) : Stream.empty();
  }

  /** Whether it has a name as the server chooses them. */
  private static boolean isNamedAsChosen(Constraint.ForeignKey key) {
    return CHOSEN.matcher(key.name().value()).find();
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
