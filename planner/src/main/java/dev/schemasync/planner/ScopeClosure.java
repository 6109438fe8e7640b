package dev.schemasync.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.planner.kind.Kinds;
import dev.schemasync.planner.kind.Scoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The objects that published tables bring along: what they need, which comes whatever it is, and
 * what hangs on them, which comes only if all that it refers to is there.
 */
final class ScopeClosure implements Scoped {
  private final Catalog catalog;
  private final ObjectId publication;
  private final ImmutableSetMultimap<ObjectId, ObjectId> parts;
  private final Set<ObjectId> kept = new LinkedHashSet<>();
  private final Deque<ObjectId> open = new ArrayDeque<>();

  ScopeClosure(Catalog catalog, ObjectId publication, ImmutableSortedSet<QualifiedName> published) {
    this.catalog = catalog;
    this.publication = publication;
    this.parts = hangingOn(catalog);
    published.forEach(t -> need(ObjectId.table(t)));
  }

  /** The identities of all objects in scope. */
  Set<ObjectId> keep() {
    keepNeeded();
    boolean grown = true;
    while (grown) {
      int before = kept.size();
      for (CatalogObject object : catalog.all()) {
        if (!kept.contains(object.id()) && Kinds.of(object).joins(this)) {
          need(object.id());
          keepNeeded();
        }
      }
      grown = kept.size() > before;
    }
    return kept;
  }

  private void need(ObjectId id) {
    if (catalog.contains(id) && kept.add(id)) {
      open.add(id);
    }
  }

  private void keepNeeded() {
    for (ObjectId next = open.poll(); next != null; next = open.poll()) {
      schemaOf(next);
      catalog.references(next).forEach(this::needReference);
      for (ObjectId part : parts.get(next)) {
        need(part);
      }
      catalog.find(next).ifPresent(o -> Kinds.of(o).brings(catalog).forEach(this::needReference));
    }
  }

  /** What a reference points to; a default is part of its table. */
  private void needReference(ObjectId reference) {
    need(
        reference instanceof ObjectId.Part part && !reference.kind().isEntry()
            ? part.of()
            : reference);
  }

  private void schemaOf(ObjectId id) {
    switch (id) {
      case ObjectId.InSchema o -> need(ObjectId.schema(o.name().schema()));
      case ObjectId.Routine o -> need(ObjectId.schema(o.name().schema()));
      case ObjectId.Part o -> need(o.of());
      case ObjectId.Formed o -> o.schema().ifPresent(schema -> need(ObjectId.schema(schema)));
      case ObjectId.Global o -> {}
      case ObjectId.Unmodelled o -> {}
    }
  }

  private static ImmutableSetMultimap<ObjectId, ObjectId> hangingOn(Catalog catalog) {
    ImmutableSetMultimap.Builder<ObjectId, ObjectId> parts = ImmutableSetMultimap.builder();
    for (CatalogObject object : catalog.all()) {
      Kinds.of(object).hangsOn().ifPresent(whole -> parts.put(whole, object.id()));
    }
    return parts.build();
  }

  @Override
  public ObjectId publication() {
    return publication;
  }

  @Override
  public boolean contains(ObjectId object) {
    return kept.contains(object);
  }

  @Override
  public ImmutableList<ObjectId> references(ObjectId object) {
    return catalog.references(object);
  }

  @Override
  public boolean hasAllThatReads(ObjectId id) {
    boolean any = false;
    for (ObjectId reference : catalog.references(id)) {
      ObjectId owner =
          reference instanceof ObjectId.Part part && reference.kind() != ObjectKind.TRIGGER
              ? part.of()
              : reference;
      if (owner.kind().isRelation()) {
        if (!kept.contains(owner)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }
}
