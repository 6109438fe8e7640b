package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.planner.type.Shells;
import java.util.Optional;

/** Which object of a catalog has a name that objects of several kinds compete for. */
public record Occupants(ImmutableMap<Occupants.Name, ObjectId> byName) {
  /**
   * A name in the namespace of a system catalog.
   *
   * @param arguments what tells overloaded routines apart; none for all else
   */
  public record Name(Space space, QualifiedName name, ImmutableList<TypeRef> arguments) {
    public Name(Space space, QualifiedName name) {
      this(space, name, ImmutableList.of());
    }
  }

  /** The system catalogs in which kinds share a namespace. */
  public enum Space {
    /** {@code pg_class}: relations, indexes and composite types. */
    CLASS,
    /** {@code pg_type}: types, and the row types of relations. */
    TYPE,
    /** {@code pg_proc}: functions, procedures and aggregates. */
    ROUTINE
  }

  public static Occupants of(Catalog catalog) {
    ImmutableMap.Builder<Name, ObjectId> names = ImmutableMap.builder();
    for (CatalogObject object : catalog.all()) {
      Kinds.of(object).names().forEach(name -> names.put(name, object.id()));
    }
    return new Occupants(names.buildKeepingLast());
  }

  /** The object that has a name which another one wants. */
  public Optional<ObjectId> inTheWayOf(CatalogObject wanted) {
    return Kinds.of(wanted).names().stream()
        .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
        .filter(id -> !id.equals(wanted.id()) && !Shells.completes(wanted, id))
        .findFirst();
  }

  /** The name of a routine, which others may share that take other arguments. */
  public static ImmutableList<Name> ofRoutine(Routine routine) {
    return ImmutableList.of(new Name(Space.ROUTINE, routine.name(), routine.id().arguments()));
  }

  /** The names of a relation, or of a type that is like one. */
  public static ImmutableList<Name> withRowType(QualifiedName relation) {
    return ImmutableList.of(new Name(Space.CLASS, relation), new Name(Space.TYPE, relation));
  }
}
