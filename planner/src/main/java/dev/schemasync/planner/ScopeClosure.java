package dev.schemasync.planner;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.PartitionRole;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The objects that published tables bring along: what they need, which comes whatever it is, and
 * what hangs on them, which comes only if all that it refers to is there.
 */
final class ScopeClosure {
  private final Catalog catalog;
  private final ObjectId publication;
  private final ImmutableListMultimap<QualifiedName, Constraint> constraints;
  private final ImmutableSetMultimap<ObjectId, ObjectId> parts;
  private final Set<ObjectId> kept = new LinkedHashSet<>();
  private final Deque<ObjectId> open = new ArrayDeque<>();

  ScopeClosure(Catalog catalog, ObjectId publication, ImmutableSortedSet<QualifiedName> published) {
    this.catalog = catalog;
    this.publication = publication;
    this.constraints = catalog.constraintsByTable();
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
        if (!kept.contains(object.id()) && hangs(object)) {
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
      catalog.find(next).ifPresent(this::needParts);
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
      case ObjectId.Global o -> {}
      case ObjectId.Unmodelled o -> {}
    }
  }

  private void needParts(CatalogObject object) {
    switch (object) {
      case Table table -> {
        if (table.partitionRole() instanceof PartitionRole.Partition partition) {
          need(ObjectId.table(partition.parent()));
        }
        for (Column column : table.columns()) {
          catalog
              .references(ObjectId.columnDefault(table.id(), column.name()))
              .forEach(this::needReference);
        }
        for (Constraint constraint : constraints.get(table.name())) {
          if (!(constraint instanceof Constraint.ForeignKey)) {
            need(constraint.id());
          }
        }
      }
      case Type.Domain domain ->
          domain
              .checks()
              .forEach(
                  c ->
                      catalog
                          .references(DomainSteps.checkId(domain, c))
                          .forEach(this::needReference));
      case Extension extension -> need(ObjectId.schema(extension.schema()));
      case CatalogObject other -> {}
    }
  }

  /** The indexes and triggers of relations, and the sequences of columns. */
  private static ImmutableSetMultimap<ObjectId, ObjectId> hangingOn(Catalog catalog) {
    ImmutableSetMultimap.Builder<ObjectId, ObjectId> parts = ImmutableSetMultimap.builder();
    for (CatalogObject object : catalog.all()) {
      switch (object) {
        case Index index -> parts.put(index.relation(), index.id());
        case Trigger trigger -> parts.put(trigger.relation(), trigger.id());
        case Sequence sequence -> {
          switch (sequence.ownership()) {
            case Sequence.Ownership.None none -> {}
            case Sequence.Ownership.OwnedBy(var table, var column) ->
                parts.put(ObjectId.table(table), sequence.id());
            case Sequence.Ownership.IdentityOf(var table, var column) ->
                parts.put(ObjectId.table(table), sequence.id());
          }
        }
        case CatalogObject other -> {}
      }
    }
    return parts.build();
  }

  /** Whether an object that nothing in scope needs belongs to what is in scope all the same. */
  private boolean hangs(CatalogObject object) {
    return switch (object) {
      case View view -> readsOnlyKept(view.id());
      case MaterializedView view -> readsOnlyKept(view.id());
      case Constraint.ForeignKey key ->
          kept.contains(ObjectId.table(key.table()))
              && kept.contains(ObjectId.table(key.referencedTable()));
      case Publication other ->
          other.id().equals(publication) || (isPartial(other) && membersKept(other));
      case UnsupportedObject unsupported -> readsOnlyKept(unsupported.id());
      case Constraint o -> false;
      case Schema o -> false;
      case Extension o -> false;
      case Type o -> false;
      case Routine o -> false;
      case Sequence o -> false;
      case Table o -> false;
      case Index o -> false;
      case Trigger o -> false;
    };
  }

  private static boolean isPartial(Publication publication) {
    return publication.content() instanceof Publication.Content.Members;
  }

  private boolean membersKept(Publication other) {
    return Requirements.members(other).stream().allMatch(f -> kept.contains(f.object()));
  }

  /** Whether an object refers to relations in scope and to no other ones. */
  private boolean readsOnlyKept(ObjectId id) {
    boolean any = false;
    for (ObjectId reference : catalog.references(id)) {
      ObjectId owner =
          reference instanceof ObjectId.Part part && reference.kind() != ObjectKind.TRIGGER
              ? part.of()
              : reference;
      if (isRelation(owner)) {
        if (!kept.contains(owner)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static boolean isRelation(ObjectId id) {
    return switch (id.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> true;
      case SCHEMA,
          EXTENSION,
          ENUM,
          DOMAIN,
          COMPOSITE_TYPE,
          FUNCTION,
          PROCEDURE,
          AGGREGATE,
          SEQUENCE,
          COLUMN,
          COLUMN_DEFAULT,
          CONSTRAINT,
          INDEX,
          TRIGGER,
          PUBLICATION,
          UNSUPPORTED ->
          false;
    };
  }
}
