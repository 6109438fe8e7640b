package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * A policy of a table ({@code pg_policy}). It has a say only while {@link Table.RowSecurity} is
 * enabled.
 *
 * @param permissive whether it opens rows, as one of those that do; otherwise it is one of those
 *     that all must let a row through
 * @param roles for whom it is
 * @param using which rows that are there it lets through
 * @param withCheck which new rows it lets through, if those are not the same
 */
public record Policy(
    QualifiedName table,
    Identifier name,
    boolean permissive,
    Command command,
    @Alterable ImmutableSortedSet<Grantee> roles,
    Optional<SqlText> using,
    Optional<SqlText> withCheck,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.Part id() {
    return ObjectId.policy(ObjectId.table(table), name);
  }

  /** {@code polcmd}: the commands that it is asked about. */
  public enum Command {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
  }
}
