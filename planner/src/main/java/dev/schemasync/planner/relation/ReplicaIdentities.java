package dev.schemasync.planner.relation;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How replication finds a row that changed: the replica identity of a table, and the unique key
 * that a shard needs for it before the data comes.
 */
public final class ReplicaIdentities {
  private ReplicaIdentities() {}

  /** Why a published table cannot have its updates and deletes replicated, if it cannot. */
  public static Optional<String> problem(
      Table table, Iterable<Constraint> constraints, Catalog catalog) {
    return switch (table.replicaIdentity()) {
      case Table.ReplicaIdentity.Default d ->
          primaryKey(constraints)
              .map(
                  key ->
                      key.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE
                          ? Optional.<String>empty()
                          : Optional.of(
                              "has a deferrable primary key, which replication cannot use"))
              .orElse(Optional.of("has no primary key and its replica identity is DEFAULT"));
      case Table.ReplicaIdentity.Nothing n -> Optional.of("has REPLICA IDENTITY NOTHING");
      case Table.ReplicaIdentity.Full f -> Optional.empty();
      case Table.ReplicaIdentity.UsingIndex(var index) ->
          isUsable(index, table, constraints, catalog)
              ? Optional.empty()
              : Optional.of("has the replica identity index " + index + ", which is invalid");
    };
  }

  /** An index that is invalid on the source may have been left out already. */
  private static boolean isUsable(
      Identifier index, Table table, Iterable<Constraint> constraints, Catalog catalog) {
    return Iterables.any(constraints, c -> c instanceof Constraint.Key && c.name().equals(index))
        || catalog
            .find(ObjectId.index(new QualifiedName(table.name().schema(), index)), Index.class)
            .filter(Index::valid)
            .isPresent();
  }

  /** The keys and unique indexes that replication needs on tables without a primary key. */
  public static ImmutableSet<ObjectId> keysNeeded(Catalog catalog) {
    ImmutableListMultimap<QualifiedName, Constraint> constraints = catalog.constraintsByTable();
    ImmutableListMultimap<ObjectId.InSchema, Index> indexes =
        Multimaps.index(catalog.all(Index.class).toList(), Index::relation);
    ImmutableSet.Builder<ObjectId> needed = ImmutableSet.builder();
    catalog
        .all(Table.class)
        .forEach(
            table ->
                keyNeeded(table, constraints.get(table.name()), indexes.get(table.id()))
                    .ifPresent(needed::add));
    return needed.build();
  }

  private static Optional<ObjectId> keyNeeded(
      Table table, List<Constraint> constraints, List<Index> indexes) {
    return switch (table.replicaIdentity()) {
      case Table.ReplicaIdentity.Default d -> Optional.empty();
      case Table.ReplicaIdentity.Nothing n -> Optional.empty();
      case Table.ReplicaIdentity.UsingIndex(var name) ->
          candidates(
                  constraints,
                  indexes,
                  k -> k.name().equals(name),
                  i -> i.name().name().equals(name))
              .findFirst();
      case Table.ReplicaIdentity.Full f ->
          primaryKey(constraints).isPresent()
              ? Optional.empty()
              : candidates(constraints, indexes, k -> resolves(k, table), i -> resolves(i, table))
                  .findFirst();
    };
  }

  private static Stream<ObjectId> candidates(
      List<Constraint> constraints,
      List<Index> indexes,
      Predicate<Constraint.Key> key,
      Predicate<Index> index) {
    return Stream.concat(
        constraints.stream()
            .filter(Constraint.Key.class::isInstance)
            .map(Constraint.Key.class::cast)
            .filter(key)
            .map(Constraint::id),
        indexes.stream().filter(index).map(Index::id));
  }

  /** Whether ON CONFLICT can use the key: every row has exactly one value of it. */
  private static boolean resolves(Constraint.Key key, Table table) {
    return key.deferrability() == Constraint.Deferrability.NOT_DEFERRABLE
        && (allNotNull(table, key.columns())
            || (key instanceof Constraint.Unique unique && unique.nullsNotDistinct()));
  }

  private static boolean resolves(Index index, Table table) {
    return index.unique()
        && index.valid()
        && index.predicate().isEmpty()
        && (index.nullsNotDistinct() || allNotNull(table, columns(index)))
        && columns(index).size() == index.keys().size();
  }

  private static List<Identifier> columns(Index index) {
    return index.keys().stream()
        .map(Index.Key::expression)
        .filter(KeyExpression.OfColumn.class::isInstance)
        .map(e -> ((KeyExpression.OfColumn) e).column())
        .toList();
  }

  private static boolean allNotNull(Table table, List<Identifier> columns) {
    return columns.stream()
        .allMatch(c -> table.column(c).filter(column -> column.notNull().isPresent()).isPresent());
  }

  private static Optional<Constraint.PrimaryKey> primaryKey(Iterable<Constraint> constraints) {
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.PrimaryKey key) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
