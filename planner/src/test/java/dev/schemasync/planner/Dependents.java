package dev.schemasync.planner;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** What DROP … CASCADE takes along. */
final class Dependents {
  private Dependents() {}

  /** What an object cannot be on a server without. */
  static Stream<ObjectId> needs(CatalogObject object, Catalog catalog) {
    return Stream.of(
            catalog.references(object.id()).stream(),
            container(object.id()),
            parts(object, catalog))
        .flatMap(s -> s);
  }

  private static Stream<ObjectId> container(ObjectId id) {
    return switch (id) {
      case ObjectId.InSchema(var kind, var name) -> Stream.of(ObjectId.schema(name.schema()));
      case ObjectId.Routine(var kind, var name, var arguments) ->
          Stream.of(ObjectId.schema(name.schema()));
      case ObjectId.Part(var kind, var of, var name) -> Stream.of(of);
      case ObjectId.Global global -> Stream.empty();
      case ObjectId.Formed formed -> formed.schema().stream().map(ObjectId::schema);
      case ObjectId.Unmodelled unmodelled -> Stream.empty();
    };
  }

  private static Stream<ObjectId> parts(CatalogObject object, Catalog catalog) {
    return switch (object) {
      case Table table ->
          Stream.concat(
              table.partitionRole() instanceof PartitionRole.Partition partition
                  ? Stream.of(ObjectId.table(partition.parent()))
                  : Stream.empty(),
              table.columns().stream().flatMap(c -> column(table, c, catalog)));
      case Sequence sequence ->
          switch (sequence.ownership()) {
            case Sequence.Ownership.None none -> Stream.empty();
            case Sequence.Ownership.OwnedBy(var table, var column) ->
                Stream.of(ObjectId.table(table));
            case Sequence.Ownership.IdentityOf(var table, var column) ->
                Stream.of(ObjectId.table(table));
          };
      case Index index -> parent(index.parentIndex(), catalog);
      case Constraint.Indexed constraint -> parent(constraint.parentIndex(), catalog);
      // A check comes and goes with its table here: whether it was made later cannot be told.
      case CatalogObject other -> Stream.empty();
    };
  }

  private static Stream<ObjectId> column(Table table, Column column, Catalog catalog) {
    Stream<ObjectId> identity =
        column.value() instanceof Column.Value.Identity(var kind, var sequence)
            ? Stream.of(ObjectId.sequence(sequence))
            : Stream.empty();
    return Stream.concat(
        identity, catalog.references(ObjectId.columnDefault(table.id(), column.name())).stream());
  }

  private static Stream<ObjectId> parent(Optional<QualifiedName> index, Catalog catalog) {
    return index.stream()
        .flatMap(
            name ->
                Stream.concat(
                    catalog.all(Index.class).filter(i -> i.name().equals(name)),
                    catalog.all(Constraint.Indexed.class).filter(c -> c.index().equals(name))))
        .map(CatalogObject::id);
  }
}
