package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.plan.Step;
import java.util.ArrayList;
import java.util.List;

/** The steps of a domain: itself with its checks, and the checks that must come later. */
final class DomainSteps {
  private DomainSteps() {}

  static List<Node> of(Type.Domain domain, Context context, ImmutableSet<ObjectId> separated) {
    if (context.present(domain.id()).isPresent()) {
      return List.of();
    }
    ImmutableList<Type.DomainCheck> inline =
        domain.checks().stream()
            .filter(c -> c.validated() && !separated.contains(checkId(domain, c)))
            .collect(toImmutableList());
    ImmutableSet.Builder<Fact> requires = ImmutableSet.builder();
    requires.addAll(Requirements.of(domain.id(), context));
    inline.forEach(c -> requires.addAll(context.references(checkId(domain, c))));
    List<Node> steps = new ArrayList<>();
    steps.add(
        Node.of(
                new Step.CreateType(
                    new Type.Domain(
                        domain.name(),
                        domain.baseType(),
                        domain.collation(),
                        domain.defaultValue(),
                        domain.notNull(),
                        inline,
                        domain.owner(),
                        domain.privileges(),
                        domain.comment())),
                Stage.PRE_DATA,
                requires.build())
            .providing(inline.stream().map(c -> Fact.exists(checkId(domain, c)))));
    for (Type.DomainCheck check : domain.checks()) {
      if (!inline.contains(check)) {
        steps.add(
            Node.of(
                new Step.AddDomainCheck(domain.name(), check),
                check.validated() ? Stage.PRE_DATA : Stage.POST_DATA,
                Requirements.of(checkId(domain, check), context)));
      }
    }
    return steps;
  }

  static ObjectId checkId(Type.Domain domain, Type.DomainCheck check) {
    return ObjectId.constraint(domain.id(), check.name());
  }
}
