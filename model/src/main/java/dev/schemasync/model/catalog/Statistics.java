package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * Extended statistics ({@code pg_statistic_ext}; manual, "CREATE STATISTICS"): what ANALYZE is to
 * find out about several columns together, or about expressions.
 *
 * @param relation the table or materialized view whose rows they are about
 * @param kinds none for a single expression, of which only its own statistics are kept
 * @param columns in the order of the relation
 * @param expressions servers from 14
 * @param target the statistics target, if it is set
 */
public record Statistics(
    QualifiedName name,
    ObjectId.InSchema relation,
    ImmutableSortedSet<Kind> kinds,
    ImmutableList<Identifier> columns,
    ImmutableList<SqlText> expressions,
    @Alterable Optional<Integer> target,
    @Alterable Identifier owner,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.InSchema id() {
    return new ObjectId.InSchema(ObjectKind.STATISTICS, name);
  }

  /** {@code stxkind}: what they tell of columns or expressions together. */
  public enum Kind {
    NDISTINCT,
    DEPENDENCIES,
    MCV
  }
}
