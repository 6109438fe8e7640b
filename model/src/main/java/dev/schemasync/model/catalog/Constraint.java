package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * A constraint of a table ({@code pg_constraint}). NOT NULL belongs to its {@link Column}, the
 * checks of a domain to the {@link Type.Domain}. Constraints that a partition has only because its
 * parent has them are not entries, but for checks and keys, which each partition has under a name
 * of its own.
 */
public sealed interface Constraint extends CatalogObject {
  /** The table it is on. */
  QualifiedName table();

  /** Its name, unique on its table. */
  Identifier name();

  @Override
  default ObjectId.Part id() {
    return ObjectId.constraint(ObjectId.table(table()), name());
  }

  /** A constraint that an index of the same name enforces. */
  sealed interface Indexed extends Constraint {
    /** Further columns that the index carries. */
    ImmutableList<Identifier> include();

    /** When it is checked. */
    Deferrability deferrability();

    /** {@code reloptions} of the index. */
    ImmutableMap<String, String> storageParameters();

    /** The index's tablespace, if it is not the database's. */
    Optional<Identifier> tablespace();

    /**
     * The index of the parent table's constraint that this one's index is attached to, on a
     * partition.
     */
    Optional<QualifiedName> parentIndex();

    /** The comment on the index, which is not the constraint's. */
    Optional<String> indexComment();

    /** The index that enforces the constraint. */
    default QualifiedName index() {
      return new QualifiedName(table().schema(), name());
    }
  }

  /** A primary key or unique constraint. */
  sealed interface Key extends Indexed {
    /** The columns that must be unique together. */
    ImmutableList<Identifier> columns();

    /**
     * Whether the last column is a range, and those of rows that are equal otherwise may not
     * overlap (servers from 18; manual, "CREATE TABLE", WITHOUT OVERLAPS).
     */
    boolean withoutOverlaps();
  }

  /** A primary key. */
  record PrimaryKey(
      QualifiedName table,
      Identifier name,
      ImmutableList<Identifier> columns,
      ImmutableList<Identifier> include,
      boolean withoutOverlaps,
      Deferrability deferrability,
      ImmutableMap<String, String> storageParameters,
      Optional<Identifier> tablespace,
      @Alterable @Limited(Limited.To.PLACE) Optional<QualifiedName> parentIndex,
      @Alterable Optional<String> comment,
      @Alterable Optional<String> indexComment)
      implements Key {}

  /**
   * A unique constraint.
   *
   * @param nullsNotDistinct servers from 15
   */
  record Unique(
      QualifiedName table,
      Identifier name,
      ImmutableList<Identifier> columns,
      ImmutableList<Identifier> include,
      boolean nullsNotDistinct,
      boolean withoutOverlaps,
      Deferrability deferrability,
      ImmutableMap<String, String> storageParameters,
      Optional<Identifier> tablespace,
      @Alterable @Limited(Limited.To.PLACE) Optional<QualifiedName> parentIndex,
      @Alterable Optional<String> comment,
      @Alterable Optional<String> indexComment)
      implements Key {}

  /**
   * An exclusion constraint: no two rows may compare as true by all of its operators (manual,
   * "CREATE TABLE", EXCLUDE).
   *
   * @param method the access method of the index
   * @param predicate the condition of a partial index
   * @param expressionStatistics as for {@link Index#expressionStatistics}
   */
  record Exclusion(
      QualifiedName table,
      Identifier name,
      Identifier method,
      ImmutableList<Element> elements,
      ImmutableList<Identifier> include,
      Optional<SqlText> predicate,
      Deferrability deferrability,
      ImmutableMap<String, String> storageParameters,
      Optional<Identifier> tablespace,
      @Alterable @Limited(Limited.To.PLACE) Optional<QualifiedName> parentIndex,
      @Alterable ImmutableSortedMap<Integer, Integer> expressionStatistics,
      @Alterable Optional<String> comment,
      @Alterable Optional<String> indexComment)
      implements Indexed {
    /**
     * What is compared, and how.
     *
     * @param operator one of the operator class, which must be its own commutator
     */
    public record Element(Index.Key key, QualifiedName operator) {}
  }

  /**
   * A check constraint.
   *
   * @param noInherit whether descendants do not get it
   * @param local whether the table has it in its own right, be it its parents' too ({@code
   *     conislocal}); true for partitions
   * @param inherited whether a parent has it too; becomes true when the parent gets it, or the
   *     table is attached to a parent that has it
   * @param enforced false while NOT ENFORCED (servers from 18); it counts as validated then
   * @param validated false while NOT VALID
   */
  record Check(
      QualifiedName table,
      Identifier name,
      SqlText expression,
      boolean noInherit,
      boolean local,
      @Alterable @Limited(Limited.To.PLACE) boolean inherited,
      boolean enforced,
      @Alterable boolean validated,
      @Alterable Optional<String> comment)
      implements Constraint {
    /** The same check of another table. */
    public Check on(QualifiedName other) {
      return new Check(
          other, name, expression, noInherit, local, inherited, enforced, validated, comment);
    }
  }

  /**
   * A foreign key.
   *
   * @param period whether the last column is a range, all of which rows of the other table must
   *     cover together (servers from 18)
   * @param enforced false while NOT ENFORCED (servers from 18); it counts as validated then
   * @param validated false while NOT VALID
   */
  record ForeignKey(
      QualifiedName table,
      Identifier name,
      ImmutableList<Identifier> columns,
      QualifiedName referencedTable,
      ImmutableList<Identifier> referencedColumns,
      Match match,
      Action onUpdate,
      Action onDelete,
      ImmutableList<Identifier> onDeleteColumns,
      boolean period,
      Deferrability deferrability,
      boolean enforced,
      @Alterable boolean validated,
      @Alterable Optional<String> comment)
      implements Constraint {}

  /** {@code confmatchtype}. */
  enum Match {
    SIMPLE,
    FULL
  }

  /** {@code confupdtype} and {@code confdeltype}. */
  enum Action {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }

  /** {@code condeferrable} and {@code condeferred}; also of constraint triggers. */
  enum Deferrability {
    NOT_DEFERRABLE,
    DEFERRABLE,
    /** DEFERRABLE INITIALLY DEFERRED. */
    INITIALLY_DEFERRED
  }
}
