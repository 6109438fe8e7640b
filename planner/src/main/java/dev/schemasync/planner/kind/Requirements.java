package dev.schemasync.planner.kind;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.planner.order.Fact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The facts that must hold before an object can be made. */
public final class Requirements {
  private Requirements() {}

  /** The schema or relation an object lives in, and all it refers to. */
  public static ImmutableSet<Fact> of(ObjectId id, Context context) {
    return ImmutableSet.<Fact>builder()
        .addAll(container(id))
        .addAll(context.references(id))
        .build();
  }

  /** The same for a foreign key, and the validity of the key or index that it refers to. */
  public static ImmutableSet<Fact> of(Constraint.ForeignKey foreignKey, Context context) {
    ImmutableSet.Builder<Fact> facts = ImmutableSet.builder();
    for (Fact fact : of(foreignKey.id(), context)) {
      facts.add(fact);
      // An index of a partitioned table is valid only when every partition's is attached.
      index(fact.object(), context.desired.catalog())
          .ifPresent(index -> facts.addAll(context.descendantsAttached(index)));
    }
    return facts.build();
  }

  /** The index that an object is, or that enforces it. */
  private static Optional<QualifiedName> index(ObjectId id, Catalog catalog) {
    return catalog
        .find(id, Constraint.Indexed.class)
        .map(Constraint.Indexed::index)
        .or(() -> catalog.find(id, Index.class).map(Index::name));
  }

  private static ImmutableList<Fact> container(ObjectId id) {
    return switch (id) {
      case ObjectId.Global global -> ImmutableList.of();
      case ObjectId.InSchema inSchema ->
          ImmutableList.of(Fact.exists(ObjectId.schema(inSchema.name().schema())));
      case ObjectId.Routine routine ->
          ImmutableList.of(Fact.exists(ObjectId.schema(routine.name().schema())));
      case ObjectId.Part part -> ImmutableList.of(Fact.exists(part.of()));
      case ObjectId.Formed formed ->
          formed.schema().stream()
              .map(schema -> Fact.exists(ObjectId.schema(schema)))
              .collect(toImmutableList());
      case ObjectId.Unmodelled unmodelled -> ImmutableList.of();
    };
  }

  /** What a publication lists by name. */
  public static ImmutableList<Fact> members(Publication publication) {
    return switch (publication.content()) {
      case Publication.Content.AllTables all -> ImmutableList.of();
      case Publication.Content.Members(var tables, var schemas) -> {
        ImmutableList.Builder<Fact> facts = ImmutableList.builder();
        tables.forEach(m -> facts.add(Fact.exists(ObjectId.table(m.table()))));
        schemas.forEach(s -> facts.add(Fact.exists(ObjectId.schema(s))));
        yield facts.build();
      }
    };
  }

  /** The refreshes of the materialized views that one reads, followed through views. */
  public static ImmutableSet<Fact> refreshed(ObjectId view, Catalog catalog) {
    ImmutableSet.Builder<Fact> facts = ImmutableSet.builder();
    Set<ObjectId> seen = new HashSet<>();
    Deque<ObjectId> open = new ArrayDeque<>(catalog.references(view));
    while (!open.isEmpty()) {
      ObjectId next = open.pop();
      if (!next.equals(view) && seen.add(next)) {
        if (next.kind() == ObjectKind.MATERIALIZED_VIEW) {
          facts.add(Fact.refreshed(next));
        }
        open.addAll(catalog.references(next));
      }
    }
    return facts.build();
  }
}
