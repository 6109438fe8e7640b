package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * An index ({@code pg_index}) that no constraint made.
 *
 * @param relation the table or materialized view it is on
 * @param onPartitioned whether it is a partitioned index, the mere parent of those of the
 *     partitions
 * @param nullsNotDistinct servers from 15
 * @param include further columns that it carries
 * @param predicate the condition of a partial index
 * @param storageParameters {@code reloptions}, in the order of the catalog, which does not count
 * @param tablespace if it is not the database's
 * @param parentIndex the partitioned index it is attached to
 * @param expressionStatistics statistics targets set on expression columns, by ordinal from 1
 * @param valid false after a failed concurrent build
 */
public record Index(
    QualifiedName name,
    ObjectId.InSchema relation,
    boolean onPartitioned,
    Identifier method,
    boolean unique,
    boolean nullsNotDistinct,
    ImmutableList<Key> keys,
    ImmutableList<Identifier> include,
    Optional<SqlText> predicate,
    ImmutableMap<String, String> storageParameters,
    Optional<Identifier> tablespace,
    @Alterable @Limited(Limited.To.PLACE) Optional<QualifiedName> parentIndex,
    @Alterable ImmutableSortedMap<Integer, Integer> expressionStatistics,
    @Alterable boolean valid,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.InSchema id() {
    return ObjectId.index(name);
  }

  /**
   * One key column.
   *
   * @param collation if it is not the column's
   * @param opclass if it is not the default one, or has parameters
   */
  public record Key(
      KeyExpression expression,
      Optional<QualifiedName> collation,
      Optional<OperatorClass> opclass,
      SortOrder order) {}

  /**
   * An operator class with its parameters.
   *
   * @param parameters such as {@code siglen} (manual, "CREATE INDEX", opclass_parameter)
   */
  public record OperatorClass(QualifiedName name, ImmutableMap<String, String> parameters) {}

  /** {@code indoption}. */
  public enum SortOrder {
    /** The default, and all that methods without an order have. */
    ASC_NULLS_LAST,
    ASC_NULLS_FIRST,
    /** The default of DESC. */
    DESC_NULLS_FIRST,
    DESC_NULLS_LAST
  }
}
