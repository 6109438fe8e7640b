package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Relation;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * An object copied into a scratch schema, under its own name and with only as much around it as its
 * texts need to be parsed.
 *
 * @param subject the copy
 * @param support what has to be there for it: the schema, and the bare table of a check or an index
 */
record ScratchCopy(CatalogObject subject, ImmutableList<CatalogObject> support) {
  /** Everything to make. */
  ImmutableList<CatalogObject> objects() {
    return ImmutableList.<CatalogObject>builder().addAll(support).add(subject).build();
  }

  /**
   * The copy of an object of a catalog, or empty where its kind has no texts or no home of its own.
   */
  static Optional<ScratchCopy> of(
      CatalogObject object, Catalog catalog, Identifier schema, Identifier owner) {
    return new Maker(catalog, schema, owner).copy(object);
  }

  private record Maker(Catalog catalog, Identifier schema, Identifier owner) {
    Optional<ScratchCopy> copy(CatalogObject object) {
      return switch (object) {
        case Constraint.Check check ->
            onTable(
                ObjectId.table(check.table()),
                table ->
                    new Constraint.Check(
                        table,
                        check.name(),
                        check.expression(),
                        check.noInherit(),
                        false,
                        true,
                        Optional.empty()));
        case Index index -> onTable(index.relation(), table -> copy(index, table));
        case Trigger trigger -> onTable(trigger.relation(), table -> copy(trigger, table));
        case Table table -> Optional.of(alone(copy(table)));
        case View view ->
            Optional.of(
                alone(
                    new View(
                        moved(view.name()),
                        ImmutableList.of(),
                        view.query(),
                        ImmutableSortedMap.of(),
                        Optional.empty(),
                        owner,
                        Privileges.DEFAULT,
                        Optional.empty())));
        case MaterializedView view ->
            Optional.of(
                alone(
                    new MaterializedView(
                        moved(view.name()),
                        ImmutableList.of(),
                        view.query(),
                        ImmutableSortedMap.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        owner,
                        Privileges.DEFAULT,
                        Optional.empty())));
        case Type.Domain domain -> Optional.of(alone(copy(domain)));
        case Function function -> Optional.of(alone(copy(function)));
        case Procedure procedure -> Optional.of(alone(copy(procedure)));
        case Aggregate o -> Optional.empty();
        case Type.EnumType o -> Optional.empty();
        case Type.CompositeType o -> Optional.empty();
        case Constraint.Key o -> Optional.empty();
        case Constraint.ForeignKey o -> Optional.empty();
        case Sequence o -> Optional.empty();
        case Schema o -> Optional.empty();
        case Extension o -> Optional.empty();
        // A row filter belongs to a table that is published already.
        case Publication o -> Optional.empty();
        case UnsupportedObject o -> Optional.empty();
      };
    }

    private ScratchCopy alone(CatalogObject subject) {
      return new ScratchCopy(subject, ImmutableList.of(home()));
    }

    private Optional<ScratchCopy> onTable(
        ObjectId.InSchema relation,
        java.util.function.Function<QualifiedName, CatalogObject> subject) {
      return catalog
          .find(relation, Relation.class)
          .flatMap(this::bare)
          .map(
              table ->
                  new ScratchCopy(subject.apply(table.name()), ImmutableList.of(home(), table)));
    }

    private Schema home() {
      return new Schema(schema, owner, Privileges.DEFAULT, Optional.empty());
    }

    private QualifiedName moved(QualifiedName name) {
      return new QualifiedName(schema, name.name());
    }

    /** A table with the columns of a relation and nothing else. */
    private Optional<Table> bare(Relation relation) {
      return switch (relation) {
        case Table table ->
            Optional.of(
                table(
                    table.name(),
                    table.columns().stream()
                        .map(c -> plain(c, new Column.Value.None()))
                        .collect(toImmutableList()),
                    new PartitionRole.Standalone()));
        case MaterializedView view -> Optional.of(bare(view.name(), view.columns()));
        case View view -> Optional.of(bare(view.name(), view.columns()));
        case Sequence sequence -> Optional.empty();
      };
    }

    private Table bare(QualifiedName name, ImmutableList<View.OutputColumn> columns) {
      return table(
          name,
          columns.stream()
              .map(c -> plain(c.name(), c.type(), Optional.empty(), new Column.Value.None()))
              .collect(toImmutableList()),
          new PartitionRole.Standalone());
    }

    /** A table with what of it has texts: defaults, generated columns, the partition key. */
    private Table copy(Table table) {
      return table(
          table.name(),
          table.columns().stream()
              .map(
                  c ->
                      plain(
                          c,
                          c.value() instanceof Column.Value.Identity
                              ? new Column.Value.None()
                              : c.value()))
              .collect(toImmutableList()),
          table
              .partitionRole()
              .partitionKey()
              .<PartitionRole>map(PartitionRole.Partitioned::new)
              .orElse(new PartitionRole.Standalone()));
    }

    private Table table(QualifiedName name, ImmutableList<Column> columns, PartitionRole role) {
      return new Table(
          moved(name),
          Persistence.PERMANENT,
          columns,
          role,
          ImmutableSortedMap.of(),
          Optional.empty(),
          Optional.empty(),
          new Table.ReplicaIdentity.Default(),
          Optional.empty(),
          owner,
          Privileges.DEFAULT,
          Optional.empty());
    }

    private static Column plain(Column column, Column.Value value) {
      return plain(column.name(), column.type(), column.collation(), value);
    }

    private static Column plain(
        Identifier name, TypeRef type, Optional<QualifiedName> collation, Column.Value value) {
      return new Column(
          name,
          type,
          collation,
          Optional.empty(),
          value,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ImmutableSortedMap.of(),
          Privileges.DEFAULT,
          Optional.empty());
    }

    private Index copy(Index index, QualifiedName table) {
      return new Index(
          moved(index.name()),
          ObjectId.table(table),
          false,
          index.method(),
          false,
          false,
          index.keys(),
          ImmutableList.of(),
          index.predicate(),
          ImmutableSortedMap.of(),
          Optional.empty(),
          Optional.empty(),
          ImmutableSortedMap.of(),
          true,
          Optional.empty());
    }

    private static Trigger copy(Trigger trigger, QualifiedName table) {
      return new Trigger(
          ObjectId.table(table),
          trigger.name(),
          trigger.timing(),
          trigger.events(),
          trigger.level(),
          trigger.oldTable(),
          trigger.newTable(),
          trigger.when(),
          trigger.function(),
          trigger.arguments(),
          Optional.empty(),
          Trigger.State.ORIGIN,
          Optional.empty());
    }

    private Type.Domain copy(Type.Domain domain) {
      return new Type.Domain(
          moved(domain.name()),
          domain.baseType(),
          domain.collation(),
          domain.defaultValue(),
          domain.notNull(),
          domain.checks().stream()
              .map(c -> new Type.DomainCheck(c.name(), c.expression(), true, Optional.empty()))
              .collect(toImmutableList()),
          owner,
          Privileges.DEFAULT,
          Optional.empty());
    }

    private Function copy(Function function) {
      return new Function(
          moved(function.name()),
          function.arguments(),
          function.result(),
          function.language(),
          function.body(),
          function.window(),
          function.volatility(),
          function.strict(),
          function.leakproof(),
          function.securityDefiner(),
          function.parallel(),
          function.cost(),
          function.rows(),
          function.support(),
          function.transforms(),
          function.settings(),
          owner,
          Privileges.DEFAULT,
          Optional.empty());
    }

    private Procedure copy(Procedure procedure) {
      return new Procedure(
          moved(procedure.name()),
          procedure.arguments(),
          procedure.language(),
          procedure.body(),
          procedure.securityDefiner(),
          procedure.transforms(),
          procedure.settings(),
          owner,
          Privileges.DEFAULT,
          Optional.empty());
    }
  }
}
