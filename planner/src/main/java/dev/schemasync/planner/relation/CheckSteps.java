package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;

/** The steps of checks: one that is not made with its table, or comes from a parent. */
final class CheckSteps {
  private CheckSteps() {}

  static List<Node> of(Constraint.Check check, Context context, ImmutableSet<ObjectId> separated) {
    if (context.present(check.id()).isPresent()) {
      return List.of();
    }
    if (!check.local()) {
      return inherited(check, context, separated);
    }
    boolean tablePresent = context.present(ObjectId.table(check.table())).isPresent();
    return !tablePresent && Inheritance.isInline(check, separated)
        ? List.of()
        : List.of(
            add(check, check, context)
                .requiring(Inheritance.copies(check, context))
                .providing(Inheritance.comingAlong(check, context)));
  }

  private static Node add(Constraint.Check made, Constraint.Check check, Context context) {
    return Node.of(
        new Step.AddCheck(made),
        Inheritance.stage(check, context),
        Requirements.of(check.id(), context));
  }

  private static List<Node> inherited(
      Constraint.Check check, Context context, ImmutableSet<ObjectId> separated) {
    if (Inheritance.isBefore(check, context)) {
      // The template has it NOT VALID when the table is its child already, as the parent has.
      return !check.validated() && isGivenByTemplate(check.table(), context)
          ? List.of(
              add(check.on(Child.template(check.table())), check, context)
                  .providing(Fact.exists(check.id())))
          : List.of();
    }
    // Validating one of a parent does so here.
    return Inheritance.comesLater(check, context, separated)
            && check.validated()
            && Inheritance.ofParents(check, context).noneMatch(Constraint.Check::validated)
        ? List.of(
            Node.after(
                check.id(),
                new Step.ValidateConstraint(ObjectId.table(check.table()), check.name()),
                Stage.POST_DATA))
        : List.of();
  }

  private static boolean isGivenByTemplate(QualifiedName table, Context context) {
    return context
        .desired
        .catalog()
        .find(ObjectId.table(table), Table.class)
        .filter(t -> new Child(t, context).isGivenByTemplate(context.present(t.id(), Table.class)))
        .isPresent();
  }
}
