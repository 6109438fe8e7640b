package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a rule. CREATE RULE makes it enabled, while replication may be writing. So one that
 * is to be in another state is first made as one that does nothing, brought to its state, and
 * replaced, which keeps the state.
 */
final class RuleSteps {
  private RuleSteps() {}

  static List<Node> of(Rule rule, Context context) {
    Optional<Rule> present = context.present(rule.id(), Rule.class);
    Firing now = present.map(Rule::state).orElse(Firing.ORIGIN);
    boolean holdsPlace = present.filter(there -> holdsPlace(there, rule)).isPresent();
    boolean missing = present.isEmpty() || holdsPlace;
    boolean needsPlace = present.isEmpty() && rule.state() != now && !rule.isInert();
    List<Node> steps = new ArrayList<>();
    if (needsPlace) {
      steps.add(
          new Node(
              new Step.CreateRule(rule.inert(), false),
              Stage.POST_DATA,
              Node.Pass.OBJECTS,
              ImmutableSet.of(Fact.reserved(rule.id())),
              ImmutableSet.of(Fact.exists(rule.relation()))));
    }
    if (rule.state() != now) {
      boolean before = needsPlace || holdsPlace;
      steps.add(
          new Node(
              new Step.SetRuleState(rule.relation(), rule.name(), rule.state()),
              Stage.POST_DATA,
              Node.Pass.OBJECTS,
              ImmutableSet.of(before ? Fact.switched(rule.id()) : Fact.settled(rule.id())),
              ImmutableSet.of(before ? Fact.reserved(rule.id()) : Fact.exists(rule.id()))));
    }
    if (missing) {
      steps.add(
          Node.of(
                  new Step.CreateRule(rule, needsPlace || holdsPlace),
                  Stage.POST_DATA,
                  Requirements.of(rule.id(), context))
              .requiring(List.of(Fact.reserved(rule.id()), Fact.switched(rule.id()))));
    }
    return steps;
  }

  /** Whether a rule is there only so that another one can take its place. */
  static boolean holdsPlace(Rule present, Rule wanted) {
    return present.isInert() && !wanted.isInert() && present.event() == wanted.event();
  }
}
