package dev.schemasync.planner.operator;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.Operator.Definition;
import dev.schemasync.model.catalog.Operator.Link;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.Optional;

/** The steps that make an operator, and those that give one what it lacks. */
public final class OperatorSteps {
  private OperatorSteps() {}

  static ImmutableList<Node> of(Operator operator, Context context) {
    if (operator.definition().isEmpty()) {
      // It comes with the operator that names it.
      return ImmutableList.of();
    }
    Definition wanted = operator.definition().get();
    return definition(operator.id(), context)
        .map(now -> changes(operator, wanted, now, context))
        .orElseGet(() -> ImmutableList.of(create(operator, context)));
  }

  /** What is on the shard, if it is more than a shell. */
  private static Optional<Definition> definition(ObjectId operator, Context context) {
    return context.present(operator, Operator.class).flatMap(Operator::definition);
  }

  private static Node create(Operator operator, Context context) {
    return Node.of(
            new Step.CreateOperator(operator),
            Stage.PRE_DATA,
            Requirements.of(operator.id(), context))
        .requiring(context.operatorLinks.before(operator))
        .requiring(
            OperatorLinks.named(operator)
                .flatMap(named -> named.operator().schema().stream())
                .map(schema -> Fact.exists(ObjectId.schema(schema)))
                .toList())
        .providing(context.operatorLinks.shells(operator));
  }

  private static ImmutableList<Node> changes(
      Operator operator, Definition wanted, Definition now, Context context) {
    ImmutableList.Builder<Node> steps = ImmutableList.builder();
    if (!wanted.restrict().equals(now.restrict()) || !wanted.join().equals(now.join())) {
      steps.add(
          change(
              new Step.SetOperatorEstimators(operator.id(), wanted.restrict(), wanted.join()),
              context));
    }
    if (context.actual.server().version().has(Feature.OPERATOR_COMPLETION)) {
      Optional<QualifiedName> commutator =
          lacking(operator.commutator(), wanted.commutator(), now.commutator(), context);
      Optional<QualifiedName> negator =
          lacking(operator.negator(), wanted.negator(), now.negator(), context);
      boolean hashes = wanted.hashes() && !now.hashes();
      boolean merges = wanted.merges() && !now.merges();
      if (commutator.isPresent() || negator.isPresent() || hashes || merges) {
        steps.add(
            change(
                new Step.CompleteOperator(operator.id(), commutator, negator, hashes, merges),
                context));
      }
    }
    return steps.build();
  }

  private static Node change(Step step, Context context) {
    return Node.after(step.object(), step, Stage.PRE_DATA)
        .requiring(context.references(step.object()));
  }

  /** The operator to name, unless the server does so when that one is made. */
  private static Optional<QualifiedName> lacking(
      Optional<ObjectId.Formed> other, Optional<Link> wanted, Optional<Link> now, Context context) {
    return wanted
        .map(Link::operator)
        .filter(name -> now.isEmpty() && isThere(other.orElseThrow(), context));
  }

  /** Whether an operator is on the shard, where nobody has yet to make it. */
  static boolean isThere(ObjectId operator, Context context) {
    return !context.desired.catalog().contains(operator)
        || definition(operator, context).isPresent();
  }

  /** The facts that an operator waits for before somebody else gets it, who may not link it. */
  public static ImmutableList<Fact> beforeGivenAway(Operator operator) {
    return OperatorLinks.named(operator)
        .map(named -> Fact.exists(named.operator()))
        .collect(ImmutableList.toImmutableList());
  }
}
