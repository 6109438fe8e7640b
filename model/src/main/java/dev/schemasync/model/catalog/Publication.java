package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * A publication ({@code pg_publication}).
 *
 * @param operations what it publishes
 * @param viaRoot {@code publish_via_partition_root}
 * @param generatedColumns {@code publish_generated_columns} is {@code stored} (servers from 18)
 */
public record Publication(
    Identifier name,
    Content content,
    ImmutableSortedSet<Operation> operations,
    boolean viaRoot,
    boolean generatedColumns,
    @Alterable Identifier owner,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.Global id() {
    return ObjectId.publication(name);
  }

  /** Which tables it publishes. */
  public sealed interface Content {
    /** FOR ALL TABLES. */
    record AllTables() implements Content {}

    /**
     * Some.
     *
     * @param schemas all tables of these (servers from 15)
     */
    record Members(ImmutableList<Member> tables, ImmutableSortedSet<Identifier> schemas)
        implements Content {}
  }

  /**
   * A table of a publication ({@code pg_publication_rel}).
   *
   * @param columns the column list; empty for all columns (servers from 15)
   * @param rowFilter WHERE (servers from 15)
   */
  public record Member(
      QualifiedName table, ImmutableList<Identifier> columns, Optional<SqlText> rowFilter) {}

  /** What can be published. */
  public enum Operation {
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE
  }
}
