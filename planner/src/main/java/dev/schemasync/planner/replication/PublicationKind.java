package dev.schemasync.planner.replication;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.stream.Stream;

/** A publication, with what it names. */
public record PublicationKind(Publication publication)
    implements Kind,
        Silent.UsualStage,
        Silent.NoNotices,
        Silent.NoObstacles,
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
    return publication;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return context.unlessPresent(publication, new Step.CreatePublication(publication)).stream()
        .map(node -> node.requiring(Requirements.members(publication)))
        .toList();
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    return switch (publication.content()) {
      case Publication.Content.AllTables all -> Stream.empty();
      case Publication.Content.Members(var tables, var schemas) ->
          Features.when(
              !schemas.isEmpty()
                  || tables.stream()
                      .anyMatch(m -> !m.columns().isEmpty() || m.rowFilter().isPresent()),
              Feature.PUBLICATION_FILTERS);
    };
  }

  @Override
  public Stream<Surrounding> surroundings() {
    return switch (publication.content()) {
      case Publication.Content.AllTables all ->
          Stream.of(new Surrounding.Superuser("FOR ALL TABLES"));
      case Publication.Content.Members(var tables, var schemas) ->
          schemas.isEmpty()
              ? Stream.empty()
              : Stream.of(new Surrounding.Superuser("FOR TABLES IN SCHEMA"));
    };
  }

  @Override
  public boolean joins(Scoped scope) {
    return publication.id().equals(scope.publication())
        || (publication.content() instanceof Publication.Content.Members
            && Requirements.members(publication).stream()
                .allMatch(fact -> scope.contains(fact.object())));
  }
}
