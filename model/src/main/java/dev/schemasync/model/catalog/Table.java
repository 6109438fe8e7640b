package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * A table, partitioned or not, or a foreign table ({@code pg_class.relkind} {@code r}, {@code p} or
 * {@code f}). Its constraints, indexes, triggers and policies are entries of their own.
 *
 * @param rows where its rows are
 * @param columns in their order
 * @param parents the tables whose columns and checks it inherits, in their order ({@code
 *     pg_inherits.inhseqno}); none for a partition, whose parent is part of its role
 * @param ofType the composite type that its columns are the attributes of ({@code reloftype}): a
 *     typed table
 * @param storageParameters {@code reloptions}; those of the TOAST table with the prefix {@code
 *     toast.}
 * @param accessMethod if it is not {@code heap}; of a partitioned table (servers from 17), for
 *     which its partitions are made with it, whichever it is
 * @param tablespace if it is not the database's
 * @param clusteredOn the index, be it a constraint's or a plain one, that CLUSTER ON names ({@code
 *     indisclustered})
 * @param rowSecurity whether its policies decide who sees and writes which rows
 */
public record Table(
    QualifiedName name,
    Rows rows,
    Persistence persistence,
    @Limited(Limited.To.PARTS) ImmutableList<Column> columns,
    @Alterable @Limited(Limited.To.PLACE) ImmutableList<QualifiedName> parents,
    @Alterable @Limited(Limited.To.PLACE) PartitionRole partitionRole,
    @Alterable Optional<QualifiedName> ofType,
    ImmutableMap<String, String> storageParameters,
    Optional<Identifier> accessMethod,
    Optional<Identifier> tablespace,
    @Alterable ReplicaIdentity replicaIdentity,
    @Alterable @Limited(Limited.To.CHOICE) Optional<Identifier> clusteredOn,
    @Alterable RowSecurity rowSecurity,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Relation {
  @Override
  public ObjectId.InSchema id() {
    return ObjectId.table(name);
  }

  /** The column of this name, if there is one. */
  public Optional<Column> column(Identifier column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /** Whether it is a foreign table, of whose rows the database has none. */
  public boolean isForeign() {
    return rows instanceof Rows.Foreign;
  }

  /** Whether it has no rows of its own, and an access method with which its partitions are made. */
  public boolean hasPartitionsAccessMethod() {
    return accessMethod.isPresent() && partitionRole.partitionKey().isPresent();
  }

  /** The same table with other columns. */
  public Table withColumns(ImmutableList<Column> others) {
    return with(others, accessMethod);
  }

  /** The same table with another access method, or none. */
  public Table withAccessMethod(Optional<Identifier> other) {
    return with(columns, other);
  }

  private Table with(ImmutableList<Column> columns, Optional<Identifier> accessMethod) {
    return new Table(
        name,
        rows,
        persistence,
        columns,
        parents,
        partitionRole,
        ofType,
        storageParameters,
        accessMethod,
        tablespace,
        replicaIdentity,
        clusteredOn,
        rowSecurity,
        owner,
        privileges,
        comment);
  }

  /** Where the rows of a table are. */
  public sealed interface Rows {

    /** In the database, those of a partitioned table in its partitions. */
    record Stored() implements Rows {}

    /**
     * Behind a foreign server ({@code pg_foreign_table}): a foreign table. It has no storage, no
     * replica identity and no row security, so these are as in a new table.
     *
     * @param options in their order; everybody may read them
     */
    record Foreign(Identifier server, ImmutableMap<String, String> options) implements Rows {}
  }

  /**
   * Row security.
   *
   * @param enabled for all but the owner and those who bypass it ({@code relrowsecurity})
   * @param forced for the owner too, where it is enabled ({@code relforcerowsecurity})
   */
  public record RowSecurity(boolean enabled, boolean forced) {
    /** That of a new table: none. */
    public static final RowSecurity NONE = new RowSecurity(false, false);
  }

  /** What replication sends of an old row ({@code relreplident}). */
  public sealed interface ReplicaIdentity {

    /** The primary key. */
    record Default() implements ReplicaIdentity {}

    /** The whole row. */
    record Full() implements ReplicaIdentity {}

    /** Nothing: updates and deletes cannot be replicated. */
    record Nothing() implements ReplicaIdentity {}

    /** The columns of an index of the table's schema, be it a constraint's or a plain one. */
    record UsingIndex(Identifier index) implements ReplicaIdentity {}
  }
}
