package dev.schemasync.testkit.catalog;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.name.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects objects and what they refer to. Schemas that objects live in are added, and so are the
 * dependencies that follow from an object's components: an index on its relation, a foreign key on
 * the table it refers to. All others are given with {@link #dependency}.
 */
public final class CatalogBuilder {
  private final List<CatalogObject> objects = new ArrayList<>();
  private final SetMultimap<ObjectId, ObjectId> dependencies = LinkedHashMultimap.create();

  /** The catalog of these tables. */
  public static Catalog catalogOf(TableBuilder... tables) {
    CatalogBuilder builder = new CatalogBuilder();
    for (TableBuilder table : tables) {
      builder.add(table);
    }
    return builder.build();
  }

  /** The catalog of these objects. */
  public static Catalog catalogOf(CatalogObject... objects) {
    return new CatalogBuilder().add(objects).build();
  }

  /** With further objects. */
  public CatalogBuilder add(CatalogObject... more) {
    for (CatalogObject object : more) {
      objects.add(object);
      impliedDependencies(object);
    }
    return this;
  }

  /** With a table and all that its builder made for it. */
  public CatalogBuilder add(TableBuilder table) {
    return add(table.objects().toArray(CatalogObject[]::new));
  }

  /** With a reference from a dependent to each of these. */
  public CatalogBuilder dependency(ObjectId dependent, ObjectId... references) {
    dependencies.putAll(dependent, List.of(references));
    return this;
  }

  /**
   * The catalog.
   *
   * @throws IllegalArgumentException if two objects have the same identity
   */
  public Catalog build() {
    List<CatalogObject> all = new ArrayList<>(objects);
    Set<ObjectId> ids = new HashSet<>();
    all.forEach(object -> ids.add(object.id()));
    for (CatalogObject object : objects) {
      schemas(object.id()).stream()
          .filter(schema -> ids.add(ObjectId.schema(schema)))
          .forEach(schema -> all.add(Objects.schema(schema)));
    }
    return Catalog.of(all, dependencies);
  }

  private static List<Identifier> schemas(ObjectId id) {
    return switch (id) {
      case ObjectId.InSchema(var kind, var name) -> List.of(name.schema());
      case ObjectId.Routine(var kind, var name, var arguments) -> List.of(name.schema());
      case ObjectId.Part(var kind, var of, var name) -> schemas(of);
      case ObjectId.Formed formed -> formed.schema().map(List::of).orElse(List.of());
      case ObjectId.Global global -> List.of();
      case ObjectId.Unmodelled unmodelled -> List.of();
    };
  }

  private void impliedDependencies(CatalogObject object) {
    switch (object) {
      case Index index -> dependency(index.id(), index.relation());
      case Trigger trigger -> dependency(trigger.id(), trigger.relation());
      case Constraint.ForeignKey key ->
          dependency(key.id(), ObjectId.table(key.table()), ObjectId.table(key.referencedTable()));
      case Constraint other -> dependency(other.id(), ObjectId.table(other.table()));
      case CatalogObject other -> {}
    }
  }
}
