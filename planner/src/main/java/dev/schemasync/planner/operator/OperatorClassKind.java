package dev.schemasync.planner.operator;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** An operator class, with what belongs to it. */
public record OperatorClassKind(OperatorClass operatorClass)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return operatorClass;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(operatorClass, new Step.CreateOperatorClass(operatorClass));
  }

  /** Another default class for the type, and what has the place of a part in the family. */
  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    if (context.present(operatorClass.id()).isPresent()) {
      return ImmutableList.of();
    }
    Stream<ObjectId> defaults =
        context
            .actual
            .catalog()
            .all(OperatorClass.class)
            .filter(other -> operatorClass.byDefault() && other.byDefault())
            .filter(
                other ->
                    other.method().equals(operatorClass.method())
                        && other.type().equals(operatorClass.type()))
            .map(OperatorClass::id);
    Stream<ObjectId> members =
        operatorClass.items().stream()
            .<ObjectId>map(
                item -> new FamilyMember(operatorClass.family(), operatorClass.method(), item).id())
            .filter(id -> context.present(id).isPresent());
    return Stream.concat(
            defaults.map(id -> inTheWay(id, "is the default for its type")),
            members.map(id -> inTheWay(id, "has the place of a part of it")))
        .collect(toImmutableList());
  }

  private Finding inTheWay(ObjectId other, String why) {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        operatorClass.id(),
        "The "
            + operatorClass.id()
            + " cannot be made: the "
            + other
            + " is on the shard and "
            + why
            + ".",
        "Drop that one on the shard if nothing needs it; then run again.");
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return operatorClass.items().stream()
        .flatMap(item -> FamilyItems.features(operatorClass.method(), item));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return FamilyItems.surroundings(operatorClass.method());
  }

  /** What sorts, groups or compares values of a type needs it without a word of it. */
  @Override
  public boolean joins(Scoped scope) {
    return TypesInScope.hasSome(operatorClass.id(), scope)
        && TypesInScope.hasAll(operatorClass.id(), scope);
  }
}
