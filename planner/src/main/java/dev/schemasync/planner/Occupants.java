package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/** Which object of a catalog has a name that objects of several kinds compete for. */
record Occupants(ImmutableMap<Name, ObjectId> byName) {
  /**
   * A name in the namespace of a system catalog.
   *
   * @param arguments what tells overloaded routines apart; none for all else
   */
  private record Name(Space space, QualifiedName name, ImmutableList<TypeRef> arguments) {
    Name(Space space, QualifiedName name) {
      this(space, name, ImmutableList.of());
    }
  }

  /** The system catalogs in which kinds share a namespace. */
  private enum Space {
    /** {@code pg_class}: relations, indexes and composite types. */
    CLASS,
    /** {@code pg_type}: types, and the row types of relations. */
    TYPE,
    /** {@code pg_proc}: functions, procedures and aggregates. */
    ROUTINE
  }

  static Occupants of(Catalog catalog) {
    ImmutableMap.Builder<Name, ObjectId> names = ImmutableMap.builder();
    for (CatalogObject object : catalog.all()) {
      names(object).forEach(name -> names.put(name, object.id()));
    }
    return new Occupants(names.buildKeepingLast());
  }

  /** The object that has a name which another one wants. */
  Optional<ObjectId> inTheWayOf(CatalogObject wanted) {
    return names(wanted).stream()
        .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
        .filter(id -> !id.equals(wanted.id()))
        .findFirst();
  }

  private static ImmutableList<Name> names(CatalogObject object) {
    return switch (object) {
      case Table table -> withRowType(table.name());
      case View view -> withRowType(view.name());
      case MaterializedView view -> withRowType(view.name());
      case Type.CompositeType type -> withRowType(type.name());
      case Type.EnumType type -> ImmutableList.of(new Name(Space.TYPE, type.name()));
      case Type.Domain type -> ImmutableList.of(new Name(Space.TYPE, type.name()));
      case Sequence sequence -> ImmutableList.of(new Name(Space.CLASS, sequence.name()));
      case Index index -> ImmutableList.of(new Name(Space.CLASS, index.name()));
      case Constraint.Key key -> ImmutableList.of(new Name(Space.CLASS, key.index()));
      case Routine routine ->
          ImmutableList.of(new Name(Space.ROUTINE, routine.name(), routine.id().arguments()));
      case Constraint.Check o -> ImmutableList.of();
      case Constraint.ForeignKey o -> ImmutableList.of();
      case Schema o -> ImmutableList.of();
      case Extension o -> ImmutableList.of();
      case Trigger o -> ImmutableList.of();
      case Publication o -> ImmutableList.of();
      case UnsupportedObject o -> ImmutableList.of();
    };
  }

  private static ImmutableList<Name> withRowType(QualifiedName relation) {
    return ImmutableList.of(new Name(Space.CLASS, relation), new Name(Space.TYPE, relation));
  }
}
