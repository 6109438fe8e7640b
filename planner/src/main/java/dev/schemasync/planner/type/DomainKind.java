package dev.schemasync.planner.type;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Member;
import dev.schemasync.planner.kind.Occupants;
import dev.schemasync.planner.kind.ProbeContexts;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A domain, with its checks. */
public record DomainKind(Type.Domain type)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
        Silent.NoFeatures,
        Silent.NoInterference,
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return type;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return DomainSteps.of(type, context, separated);
  }

  @Override
  public ImmutableList<Occupants.Name> names() {
    return ImmutableList.of(new Occupants.Name(Occupants.Space.TYPE, type.name()));
  }

  @Override
  public ImmutableMap<ObjectId, Member> members() {
    ImmutableMap.Builder<ObjectId, Member> members = ImmutableMap.builder();
    members.putAll(
        Member.sorted(
            type.checks(),
            check -> DomainSteps.checkId(type, check),
            check -> new Member(Privileges.DEFAULT, check.comment())));
    DomainSteps.notNullId(type)
        .ifPresent(
            id ->
                members.put(
                    id, new Member(Privileges.DEFAULT, type.notNull().orElseThrow().comment())));
    return members.buildOrThrow();
  }

  @Override
  public ImmutableMap<ObjectId.Part, Boolean> constraints() {
    return type.checks().stream()
        .collect(
            toImmutableMap(check -> DomainSteps.checkId(type, check), Type.DomainCheck::validated));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return type.collation().stream().map(Surrounding.Collation::new);
  }

  @Override
  public ImmutableMap<SqlText, Probe.Context> texts() {
    return ProbeContexts.all(type, new Probe.Context.Value(type.baseType(), type.collation()));
  }

  @Override
  public Stream<ObjectId> brings(Catalog catalog) {
    return type.checks().stream()
        .flatMap(check -> catalog.references(DomainSteps.checkId(type, check)).stream());
  }

  /**
   * Checks can be added; those that are there must be as they should be, but for comments and
   * validation.
   */
  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    Type.Domain wanted = context.texts.canonical(type);
    return context.texts.canonical((Type.Domain) now).checks().stream()
        .allMatch(check -> wanted.checks().stream().anyMatch(other -> alike(other, check)));
  }

  private static boolean alike(Type.DomainCheck left, Type.DomainCheck right) {
    return left.name().equals(right.name()) && left.expression().equals(right.expression());
  }
}
