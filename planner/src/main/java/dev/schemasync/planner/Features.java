package dev.schemasync.planner;

import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.server.Feature;
import java.util.stream.Stream;

/** What an object needs that older servers do not have. */
final class Features {
  private Features() {}

  static Stream<Feature> neededBy(CatalogObject object, Catalog catalog) {
    return Stream.concat(privileges(object), definition(object, catalog)).distinct();
  }

  private static Stream<Feature> privileges(CatalogObject object) {
    Stream<Privileges> own =
        object instanceof CatalogObject.Granted granted
            ? Stream.of(granted.privileges())
            : Stream.empty();
    return Stream.concat(own, Members.of(object).values().stream().map(Members.Member::privileges))
        .flatMap(p -> Stream.concat(p.granted().stream(), p.revoked().stream()))
        .filter(grant -> grant.privilege() == Privilege.MAINTAIN)
        .map(grant -> Feature.MAINTAIN_PRIVILEGE);
  }

  private static Stream<Feature> definition(CatalogObject object, Catalog catalog) {
    return switch (object) {
      case Table table -> table.columns().stream().flatMap(Features::needed);
      case Function function -> needed(function.body());
      case Procedure procedure -> needed(procedure.body());
      case Constraint.Unique unique -> when(unique.nullsNotDistinct(), Feature.NULLS_NOT_DISTINCT);
      case Index index -> when(index.nullsNotDistinct(), Feature.NULLS_NOT_DISTINCT);
      case Constraint.ForeignKey key ->
          Stream.concat(
              when(!key.onDeleteColumns().isEmpty(), Feature.FOREIGN_KEY_SET_COLUMNS),
              when(
                  !key.validated() && Partitions.isPartitioned(key.table(), catalog),
                  Feature.NOT_VALID_PARTITIONED_FOREIGN_KEYS));
      case View view ->
          when(view.options().containsKey("security_invoker"), Feature.SECURITY_INVOKER_VIEWS);
      case Publication publication -> needed(publication.content());
      case Sequence sequence ->
          when(sequence.persistence() == Persistence.UNLOGGED, Feature.UNLOGGED_SEQUENCES);
      case Constraint.PrimaryKey o -> Stream.empty();
      case Constraint.Check o -> Stream.empty();
      case Schema o -> Stream.empty();
      case Extension o -> Stream.empty();
      case Type o -> Stream.empty();
      case Aggregate o -> Stream.empty();
      case MaterializedView o -> Stream.empty();
      case Trigger o -> Stream.empty();
      case UnsupportedObject o -> Stream.empty();
    };
  }

  private static Stream<Feature> needed(Column column) {
    return Stream.of(
            when(column.compression().isPresent(), Feature.COLUMN_COMPRESSION),
            when(
                column.value() instanceof Column.Value.Generated generated
                    && generated.kind() == Column.GeneratedKind.VIRTUAL,
                Feature.VIRTUAL_GENERATED_COLUMNS),
            when(
                column.notNull().filter(n -> n.noInherit() || !n.validated()).isPresent(),
                Feature.NAMED_NOT_NULL))
        .flatMap(s -> s);
  }

  private static Stream<Feature> needed(Routine.Body body) {
    return when(body instanceof Routine.Body.Sql, Feature.SQL_STANDARD_BODIES);
  }

  private static Stream<Feature> needed(Publication.Content content) {
    return switch (content) {
      case Publication.Content.AllTables all -> Stream.empty();
      case Publication.Content.Members(var tables, var schemas) ->
          when(
              !schemas.isEmpty()
                  || tables.stream()
                      .anyMatch(m -> !m.columns().isEmpty() || m.rowFilter().isPresent()),
              Feature.PUBLICATION_FILTERS);
    };
  }

  private static Stream<Feature> when(boolean condition, Feature feature) {
    return condition ? Stream.of(feature) : Stream.empty();
  }
}
