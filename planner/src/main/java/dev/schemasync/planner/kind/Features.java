package dev.schemasync.planner.kind;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.server.Feature;
import java.util.stream.Stream;

/** What an object needs that older servers do not have. */
public final class Features {
  private Features() {}

  public static Stream<Feature> neededBy(CatalogObject object, Catalog catalog) {
    Kind kind = Kinds.of(object);
    return Stream.concat(privileges(kind), kind.features(catalog)).distinct();
  }

  private static Stream<Feature> privileges(Kind kind) {
    Stream<Privileges> own =
        kind.object() instanceof CatalogObject.AccessControlled granted
            ? Stream.of(granted.privileges())
            : Stream.empty();
    return Stream.concat(own, kind.members().values().stream().map(Member::privileges))
        .flatMap(p -> Stream.concat(p.granted().stream(), p.revoked().stream()))
        .filter(grant -> grant.privilege() == Privilege.MAINTAIN)
        .map(grant -> Feature.MAINTAIN_PRIVILEGE);
  }

  /** What a column needs. */
  public static Stream<Feature> neededBy(Column column) {
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

  /** What the body of a routine needs. */
  public static Stream<Feature> neededBy(Routine.Body body) {
    return when(body instanceof Routine.Body.Sql, Feature.SQL_STANDARD_BODIES);
  }

  /** A feature that is needed under a condition. */
  public static Stream<Feature> when(boolean condition, Feature feature) {
    return condition ? Stream.of(feature) : Stream.empty();
  }
}
