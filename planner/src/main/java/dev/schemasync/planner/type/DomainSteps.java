package dev.schemasync.planner.type;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The steps of a domain: itself with its checks, and the checks that must come later. */
public final class DomainSteps {
  private DomainSteps() {}

  public static List<Node> of(
      Type.Domain domain, Context context, ImmutableSet<ObjectId> separated) {
    Optional<Type.Domain> present = context.present(domain.id(), Type.Domain.class);
    if (present.isPresent()) {
      ImmutableSet<Identifier> there =
          present.get().checks().stream().map(Type.DomainCheck::name).collect(toImmutableSet());
      return add(domain, check -> !there.contains(check.name()), context);
    }
    ImmutableList<Type.DomainCheck> inline =
        domain.checks().stream()
            .filter(c -> c.validated() && !separated.contains(checkId(domain, c)))
            .collect(toImmutableList());
    return ImmutableList.<Node>builder()
        .add(create(domain, inline, context))
        .addAll(add(domain, check -> !inline.contains(check), context))
        .build();
  }

  private static Node create(
      Type.Domain domain, ImmutableList<Type.DomainCheck> inline, Context context) {
    ImmutableSet.Builder<Fact> requires = ImmutableSet.builder();
    requires.addAll(Requirements.of(domain.id(), context));
    inline.forEach(c -> requires.addAll(context.references(checkId(domain, c))));
    Type.Domain created =
        new Type.Domain(
            domain.name(),
            domain.baseType(),
            domain.collation(),
            domain.defaultValue(),
            domain.notNull(),
            inline,
            domain.owner(),
            domain.privileges(),
            domain.comment());
    return Node.of(new Step.CreateType(created), Stage.PRE_DATA, requires.build())
        .providing(inline.stream().map(c -> Fact.exists(checkId(domain, c))))
        .providing(notNullId(domain).stream().map(Fact::exists));
  }

  private static ImmutableList<Node> add(
      Type.Domain domain, Predicate<Type.DomainCheck> condition, Context context) {
    return domain.checks().stream()
        .filter(condition)
        .map(
            check ->
                Node.of(
                    new Step.AddDomainCheck(domain.name(), check),
                    check.validated() ? Stage.PRE_DATA : Stage.POST_DATA,
                    Requirements.of(checkId(domain, check), context)))
        .collect(toImmutableList());
  }

  /** The constraint that makes a domain NOT NULL, if one does. */
  static Optional<ObjectId.Part> notNullId(Type.Domain domain) {
    return domain
        .notNull()
        .map(notNull -> ObjectId.constraint(domain.id(), notNull.nameOn(domain.name())));
  }

  public static ObjectId.Part checkId(Type.Domain domain, Type.DomainCheck check) {
    return ObjectId.constraint(domain.id(), check.name());
  }
}
