package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * A materialized view.
 *
 * @param query without a closing semicolon
 * @param storageParameters as for {@link Table#storageParameters}
 * @param accessMethod if it is not {@code heap}
 * @param tablespace if it is not the database's
 * @param clusteredOn the index that CLUSTER ON names
 * @param ruleComment as for {@link View#ruleComment}
 */
public record MaterializedView(
    QualifiedName name,
    @Limited(Limited.To.PARTS) ImmutableList<StoredColumn> columns,
    SqlText query,
    ImmutableMap<String, String> storageParameters,
    Optional<Identifier> accessMethod,
    Optional<Identifier> tablespace,
    @Alterable @Limited(Limited.To.CHOICE) Optional<Identifier> clusteredOn,
    @Alterable Optional<String> ruleComment,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Relation {
  @Override
  public ObjectId.InSchema id() {
    return new ObjectId.InSchema(ObjectKind.MATERIALIZED_VIEW, name);
  }

  /** The column of this name, if there is one. */
  public Optional<StoredColumn> column(Identifier column) {
    return columns.stream().filter(c -> c.name().equals(column)).findFirst();
  }

  /**
   * A column of a materialized view; name, type and collation follow from the query, the other
   * components are as for {@link Column}.
   *
   * @param collation if it is not that of the type
   */
  public record StoredColumn(
      Identifier name,
      TypeRef type,
      Optional<QualifiedName> collation,
      @Alterable Optional<Column.Storage> storage,
      @Alterable Optional<Column.Compression> compression,
      @Alterable Optional<Integer> statisticsTarget,
      @Alterable ImmutableMap<String, String> options,
      @Alterable Privileges privileges,
      @Alterable Optional<String> comment) {}
}
