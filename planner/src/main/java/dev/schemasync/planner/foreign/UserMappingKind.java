package dev.schemasync.planner.foreign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UserMapping;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A user mapping. One whose options may not be read cannot be made, nor compared. */
public record UserMappingKind(UserMapping mapping)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.BringsNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered {
  @Override
  public CatalogObject object() {
    return mapping;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return switch (mapping.options()) {
      case UserMapping.Options.Known(var values) ->
          context.unlessPresent(
              mapping, new Step.CreateUserMapping(mapping.server(), mapping.user(), values));
      case UserMapping.Options.Hidden hidden -> List.of();
    };
  }

  @Override
  public ImmutableList<Finding> notices(Context context) {
    Optional<UserMapping> present = context.present(mapping.id(), UserMapping.class);
    if (isHidden(mapping)) {
      return ImmutableList.of(present.isPresent() ? notCompared("the source") : notMade());
    }
    return present.filter(UserMappingKind::isHidden).isPresent()
        ? ImmutableList.of(notCompared("the shard"))
        : ImmutableList.of();
  }

  private static boolean isHidden(UserMapping mapping) {
    return mapping.options() instanceof UserMapping.Options.Hidden;
  }

  private Finding notMade() {
    return Finding.of(
        FindingCode.USER_MAPPING_HIDDEN,
        mapping.id(),
        "The options of the "
            + mapping.id()
            + " may not be read by the user of the source, so that no shard gets it.",
        "Name a superuser as the user of the source; or create it on each shard by hand and accept"
            + " this.");
  }

  private Finding notCompared(String side) {
    return Finding.of(
        FindingCode.USER_MAPPING_NOT_COMPARED,
        mapping.id(),
        "The "
            + mapping.id()
            + " is on the shard; whether with the options that it has on the source cannot be told,"
            + " since the user of "
            + side
            + " may not read them.",
        "Compare them as a superuser if it matters.");
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return mapping.user() instanceof Grantee.Role(var name)
        ? Stream.of(new Surrounding.Role(name))
        : Stream.empty();
  }

  @Override
  public Optional<ObjectId> hangsOn() {
    return Optional.of(ObjectId.foreignServer(mapping.server()));
  }

  /** Options that may not be read are nobody's conflict. */
  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return isHidden(mapping) || isHidden((UserMapping) now);
  }
}
