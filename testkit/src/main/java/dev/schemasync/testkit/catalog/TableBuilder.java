package dev.schemasync.testkit.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.catalog.PartitionKey;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table with its columns, keys, checks and indexes: {@code table("app", "orders").column("id",
 * "int8").primaryKey("id")}.
 */
public final class TableBuilder {
  private final QualifiedName name;
  private final List<Column> columns = new ArrayList<>();
  private final List<CatalogObject> parts = new ArrayList<>();
  private ImmutableList<QualifiedName> parents = ImmutableList.of();
  private PartitionRole role = new PartitionRole.Standalone();
  private Table.Rows rows = new Table.Rows.Stored();
  private Optional<QualifiedName> type = Optional.empty();
  private Persistence persistence = Persistence.PERMANENT;
  private Table.ReplicaIdentity replicaIdentity = new Table.ReplicaIdentity.Default();
  private Optional<Identifier> clusteredOn = Optional.empty();
  private Table.RowSecurity rowSecurity = Table.RowSecurity.NONE;
  private Optional<Identifier> tablespace = Optional.empty();
  private Optional<Identifier> accessMethod = Optional.empty();
  private Identifier owner = Objects.OWNER;
  private Privileges privileges = Privileges.DEFAULT;
  private Optional<String> comment = Optional.empty();

  private TableBuilder(QualifiedName name) {
    this.name = name;
  }

  /** A table without columns. */
  public static TableBuilder table(String schema, String name) {
    return table(QualifiedName.of(schema, name));
  }

  /** A table without columns. */
  public static TableBuilder table(QualifiedName name) {
    return new TableBuilder(name);
  }

  /** With a nullable column of a built-in type. */
  public TableBuilder column(String column, String type) {
    return column(Objects.column(column, type));
  }

  /** With a column. */
  public TableBuilder column(Column column) {
    columns.add(column);
    return this;
  }

  /** With a NOT NULL column of a built-in type. */
  public TableBuilder required(String column, String type) {
    return column(new ColumnBuilder(column, TypeRef.builtIn(type)).notNull().build());
  }

  /** With a column that has a default. */
  public TableBuilder columnWithDefault(String column, String type, String expression) {
    return column(
        new ColumnBuilder(column, TypeRef.builtIn(type))
            .value(new Column.Value.Default(new SqlText(expression)))
            .build());
  }

  /** With a bigint identity column, and its sequence. */
  public TableBuilder identity(String column) {
    QualifiedName sequence =
        new QualifiedName(name.schema(), Identifier.of(name.name() + "_" + column + "_seq"));
    parts.add(
        Objects.sequence(sequence, new Sequence.Ownership.IdentityOf(name, Identifier.of(column))));
    return column(
        new ColumnBuilder(column, TypeRef.builtIn("int8"))
            .notNull()
            .value(new Column.Value.Identity(Column.IdentityKind.ALWAYS, sequence))
            .build());
  }

  /** With a primary key of the name {@code TABLE_pkey}. */
  public TableBuilder primaryKey(String... columns) {
    return add(Objects.primaryKey(name, name.name() + "_pkey", columns));
  }

  /** With a unique constraint. */
  public TableBuilder unique(String constraint, String... columns) {
    return add(Objects.unique(name, constraint, columns));
  }

  /** With a validated check. */
  public TableBuilder check(String constraint, String expression) {
    return add(Objects.check(name, constraint, expression));
  }

  /** With a foreign key to columns of the same names. */
  public TableBuilder foreignKey(String constraint, QualifiedName referenced, String... columns) {
    return add(Objects.foreignKey(name, constraint, referenced, columns));
  }

  /** With a plain B-tree index. */
  public TableBuilder index(String index, String... columns) {
    return add(
        Objects.index(new QualifiedName(name.schema(), Identifier.of(index)), id(), columns));
  }

  /** With an object that belongs to it. */
  public TableBuilder add(CatalogObject part) {
    parts.add(part);
    return this;
  }

  /** A child of other tables. */
  public TableBuilder inherits(QualifiedName... others) {
    parents = ImmutableList.copyOf(others);
    return this;
  }

  /** Partitioned by a range of columns. */
  public TableBuilder partitionedBy(String... columns) {
    return role(new PartitionRole.Partitioned(key(columns)));
  }

  /** A partition of another table, from one number to another. */
  public TableBuilder partitionOf(QualifiedName parent, int from, int to) {
    return role(new PartitionRole.Partition(parent, range(from, to), Optional.empty()));
  }

  /** In another place in partitioning. */
  public TableBuilder role(PartitionRole other) {
    role = other;
    return this;
  }

  /** The key of a table that is partitioned by range. */
  public static PartitionKey key(String... columns) {
    return new PartitionKey(
        PartitionKey.Strategy.RANGE,
        Arrays.stream(columns)
            .map(
                c ->
                    new PartitionKey.Element(
                        new KeyExpression.OfColumn(Identifier.of(c)),
                        Optional.empty(),
                        Optional.empty()))
            .collect(toImmutableList()));
  }

  /** The bound of a partition by one number. */
  public static PartitionBound range(int from, int to) {
    return new PartitionBound.FromTo(datum(from), datum(to));
  }

  private static ImmutableList<PartitionBound.Datum> datum(int value) {
    return ImmutableList.of(
        new PartitionBound.Datum.Constant(new SqlText(Integer.toString(value))));
  }

  /** A foreign table, of a server. */
  public TableBuilder foreign(String server) {
    rows = new Table.Rows.Foreign(Identifier.of(server), ImmutableMap.of());
    return this;
  }

  /** A typed table. */
  public TableBuilder ofType(QualifiedName other) {
    type = Optional.of(other);
    return this;
  }

  /** With another persistence. */
  public TableBuilder persistence(Persistence other) {
    persistence = other;
    return this;
  }

  /** With another replica identity. */
  public TableBuilder replicaIdentity(Table.ReplicaIdentity other) {
    replicaIdentity = other;
    return this;
  }

  /** With CLUSTER ON. */
  public TableBuilder clusteredOn(String index) {
    clusteredOn = Optional.of(Identifier.of(index));
    return this;
  }

  /** With row security. */
  public TableBuilder rowSecurity(boolean enabled, boolean forced) {
    rowSecurity = new Table.RowSecurity(enabled, forced);
    return this;
  }

  /** In a tablespace. */
  public TableBuilder tablespace(String other) {
    tablespace = Optional.of(Identifier.of(other));
    return this;
  }

  /** With a table access method. */
  public TableBuilder accessMethod(String other) {
    accessMethod = Optional.of(Identifier.of(other));
    return this;
  }

  /** With another owner. */
  public TableBuilder owner(String other) {
    owner = Identifier.of(other);
    return this;
  }

  /** With other privileges. */
  public TableBuilder privileges(Privileges other) {
    privileges = other;
    return this;
  }

  /** With a comment. */
  public TableBuilder comment(String other) {
    comment = Optional.of(other);
    return this;
  }

  /** The identity of the table. */
  public ObjectId.InSchema id() {
    return ObjectId.table(name);
  }

  /** The table alone. */
  public Table build() {
    return new Table(
        name,
        rows,
        persistence,
        ImmutableList.copyOf(columns),
        parents,
        role,
        type,
        ImmutableSortedMap.of(),
        accessMethod,
        tablespace,
        replicaIdentity,
        clusteredOn,
        rowSecurity,
        owner,
        privileges,
        comment);
  }

  /** The table and everything that was made with it. */
  public ImmutableList<CatalogObject> objects() {
    return ImmutableList.<CatalogObject>builder().add(build()).addAll(parts).build();
  }
}
