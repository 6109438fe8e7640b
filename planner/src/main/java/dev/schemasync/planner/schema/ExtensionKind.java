package dev.schemasync.planner.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An extension, with what it brings. */
public record ExtensionKind(Extension extension)
    implements Kind,
        Silent.UsualStage,
        Silent.NoObstacles,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoFeatures,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.HangsOnNothing,
        Silent.NeverJoins,
        Silent.NoRelationOfAnother,
        Silent.NotClustered,
        Silent.NoLimits {
  @Override
  public CatalogObject object() {
    return extension;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    Optional<String> version =
        context.actual.server().installable().choose(extension.name(), extension.version());
    return context.unlessPresent(extension, new Step.CreateExtension(extension, version));
  }

  /** What its users keep in it is data, which the schema does not hold. */
  @Override
  public ImmutableList<Finding> notices(Context context) {
    return extension.configuration().isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            Finding.of(
                FindingCode.EXTENSION_DATA,
                extension.id(),
                "The "
                    + extension.id()
                    + " keeps data of its users in "
                    + extension.configuration().stream()
                        .map(QualifiedName::toString)
                        .collect(Collectors.joining(", "))
                    + "; it makes these on the shard with the rows that it brings, and no others.",
                "With the data, copy the rows that the conditions in pg_extension.extcondition"
                    + " choose, as pg_dump does, where the publication does not send them."));
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return Stream.of(new Surrounding.Installable(extension));
  }

  @Override
  public Stream<ObjectId> brings(Catalog catalog) {
    return Stream.of(ObjectId.schema(extension.schema()));
  }
}
