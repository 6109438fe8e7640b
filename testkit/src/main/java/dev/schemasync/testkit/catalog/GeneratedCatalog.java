package dev.schemasync.testkit.catalog;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.testkit.catalog.Catalogs.Relation;
import dev.schemasync.testkit.catalog.Catalogs.Trait;
import java.util.List;
import java.util.Optional;

/** Makes a catalog of generated relations. Names of parts begin with a character of their own. */
final class GeneratedCatalog {
  private final List<Relation> relations;
  private final CatalogBuilder catalog = new CatalogBuilder();

  GeneratedCatalog(List<Relation> relations) {
    this.relations = relations;
  }

  Catalog build() {
    for (int i = 0; i < relations.size(); i++) {
      Relation relation = relations.get(i);
      switch (relation.form()) {
        case TABLE -> table(i, relation);
        case VIEW -> view(i, relation);
        case MATERIALIZED_VIEW -> materializedView(i, relation);
      }
    }
    return catalog.build();
  }

  private void table(int number, Relation relation) {
    QualifiedName name = relation.name();
    boolean partitioned = relation.traits().contains(Trait.PARTITIONED);
    TableBuilder table = TableBuilder.table(name).required("id", "int8").column("note", "text");
    for (Trait trait : relation.traits()) {
      switch (trait) {
        case PRIMARY_KEY -> table.add(primaryKey(name, number, Optional.empty()));
        case UNIQUE -> table.add(Objects.unique(name, part("u", number), "id", "note"));
        case INDEX -> table.add(index(name, number, partitioned, Optional.empty()));
        case CHECK -> table.check(part("c", number), "true");
        case DEFAULT_CALLS_FUNCTION -> callingDefault(table, name, number);
        case SERIAL -> serial(table, name, number);
        case IDENTITY -> identity(table, name, number);
        case PARTITIONED -> {
          table.partitionedBy("id");
          partitions(relation, number);
        }
        case TRIGGER -> trigger(table, name, number);
        case COMMENT -> table.comment("it's a comment");
        case GRANT -> table.privileges(Objects.granted(Objects.grant("reader", Privilege.SELECT)));
        case REPLICA_IDENTITY_FULL -> table.replicaIdentity(new Table.ReplicaIdentity.Full());
      }
    }
    catalog.add(table);
    foreignKeys(relation, number);
  }

  /** A partition with the parent's key and index, and one that is partitioned in turn. */
  private void partitions(Relation relation, int number) {
    QualifiedName leaf = named(relation.name(), "l", number);
    QualifiedName branch = named(relation.name(), "b", number);
    QualifiedName twig = named(relation.name(), "t", number);
    partition(relation, leaf, relation.name(), number, number + 100, Optional.empty());
    catalog.add(
        columns(branch)
            .role(
                new PartitionRole.Partition(
                    relation.name(),
                    TableBuilder.range(10, 20),
                    Optional.of(TableBuilder.key("id")))));
    indexes(relation, branch, number, number + 200, true);
    partition(relation, twig, branch, number + 200, number + 300, Optional.of(branch));
  }

  private void partition(
      Relation relation,
      QualifiedName name,
      QualifiedName parent,
      int parentNumber,
      int number,
      Optional<QualifiedName> branch) {
    catalog.add(columns(name).partitionOf(parent, branch.isPresent() ? 10 : 0, 15));
    indexes(relation, name, parentNumber, number, false);
  }

  private static TableBuilder columns(QualifiedName name) {
    return TableBuilder.table(name).required("id", "int8").column("note", "text");
  }

  private void indexes(
      Relation relation, QualifiedName table, int parent, int number, boolean partitioned) {
    if (relation.traits().contains(Trait.PRIMARY_KEY)) {
      catalog.add(primaryKey(table, number, Optional.of(named(table, "k", parent))));
    }
    if (relation.traits().contains(Trait.INDEX)) {
      catalog.add(index(table, number, partitioned, Optional.of(named(table, "i", parent))));
    }
  }

  private static Constraint.PrimaryKey primaryKey(
      QualifiedName table, int number, Optional<QualifiedName> parent) {
    Constraint.PrimaryKey key = Objects.primaryKey(table, part("k", number), "id");
    return new Constraint.PrimaryKey(
        table,
        key.name(),
        key.columns(),
        key.include(),
        false,
        key.deferrability(),
        key.storageParameters(),
        key.tablespace(),
        parent,
        key.comment(),
        Optional.empty());
  }

  private static Index index(
      QualifiedName table, int number, boolean partitioned, Optional<QualifiedName> parent) {
    Index index = Objects.index(named(table, "i", number), ObjectId.table(table), "note");
    return new Index(
        index.name(),
        index.relation(),
        partitioned,
        index.method(),
        index.unique(),
        index.nullsNotDistinct(),
        index.keys(),
        index.include(),
        index.predicate(),
        index.storageParameters(),
        index.tablespace(),
        parent,
        index.expressionStatistics(),
        index.valid(),
        index.comment());
  }

  private void callingDefault(TableBuilder table, QualifiedName name, int number) {
    Function function =
        Routines.function(named(name, "f", number), "sql", "SELECT 1", TypeRef.builtIn("int8"));
    catalog.add(function);
    table.columnWithDefault("called", "int8", "1");
    catalog.dependency(ObjectId.columnDefault(table.id(), Identifier.of("called")), function.id());
  }

  private void serial(TableBuilder table, QualifiedName name, int number) {
    Identifier column = Identifier.of("serial");
    Sequence sequence =
        Objects.sequence(named(name, "s", number), new Sequence.Ownership.OwnedBy(name, column));
    catalog.add(sequence);
    table.columnWithDefault(column.value(), "int8", "2");
    catalog.dependency(ObjectId.columnDefault(table.id(), column), sequence.id());
  }

  private static void identity(TableBuilder table, QualifiedName name, int number) {
    QualifiedName sequence = named(name, "n", number);
    table
        .add(
            Objects.sequence(
                sequence, new Sequence.Ownership.IdentityOf(name, Identifier.of("numbered"))))
        .column(
            new ColumnBuilder("numbered", TypeRef.builtIn("int8"))
                .notNull()
                .value(new Column.Value.Identity(Column.IdentityKind.BY_DEFAULT, sequence))
                .build());
  }

  private void trigger(TableBuilder table, QualifiedName name, int number) {
    QualifiedName function = named(name, "g", number);
    Function trigger =
        Routines.returning(
            Routines.function(function, "plpgsql", "BEGIN RETURN NULL; END"),
            TypeRef.builtIn("trigger"));
    catalog.add(trigger);
    table.add(Objects.trigger(table.id(), part("t", number), function));
    catalog.dependency(
        ObjectId.trigger(table.id(), Identifier.of(part("t", number))), trigger.id());
  }

  private void foreignKeys(Relation relation, int number) {
    for (int target : relation.targets()) {
      Relation referenced = relations.get(target % relations.size());
      String name = part("r" + target + "_", number);
      if (referenced.form() == Catalogs.Form.TABLE
          && referenced.traits().contains(Trait.PRIMARY_KEY)) {
        Constraint.ForeignKey key =
            Objects.foreignKey(relation.name(), name, referenced.name(), "id");
        catalog.add(key);
        catalog.dependency(
            key.id(),
            ObjectId.constraint(
                ObjectId.table(referenced.name()),
                Identifier.of(part("k", target % relations.size()))));
      }
    }
  }

  private void view(int number, Relation relation) {
    View view =
        Objects.view(
            relation.name().schema().value(),
            relation.name().name().value(),
            "SELECT (1)::bigint AS id",
            "id");
    catalog.add(view);
    reads(view.id(), relation, number);
  }

  private void materializedView(int number, Relation relation) {
    MaterializedView view =
        Objects.materializedView(
            relation.name().schema().value(),
            relation.name().name().value(),
            "SELECT (1)::bigint AS id",
            "id");
    catalog.add(view);
    if (relation.traits().contains(Trait.INDEX)) {
      catalog.add(Objects.index(named(relation.name(), "m", number), view.id(), "id"));
    }
    reads(view.id(), relation, number);
  }

  /** A query reads tables, and views that were made before it. */
  private void reads(ObjectId view, Relation relation, int number) {
    for (int position : relation.targets()) {
      int target = position % relations.size();
      Relation read = relations.get(target);
      switch (read.form()) {
        case TABLE -> catalog.dependency(view, ObjectId.table(read.name()));
        case VIEW -> earlier(view, target, number, Objects.viewId(read.name()));
        case MATERIALIZED_VIEW ->
            earlier(view, target, number, Objects.materializedViewId(read.name()));
      }
    }
  }

  private void earlier(ObjectId view, int target, int number, ObjectId read) {
    if (target < number) {
      catalog.dependency(view, read);
    }
  }

  private static QualifiedName named(QualifiedName beside, String kind, int number) {
    return new QualifiedName(beside.schema(), Identifier.of(part(kind, number)));
  }

  private static String part(String kind, int number) {
    return "#" + kind + number;
  }
}
