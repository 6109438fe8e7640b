package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * A column of a table ({@code pg_attribute}).
 *
 * @param collation if it is not the type's
 * @param storage if it is not the type's
 * @param compression if one is set (servers from 14)
 * @param statisticsTarget if one is set
 * @param options attribute options such as {@code n_distinct}
 * @param foreignOptions those that a foreign-data wrapper reads ({@code attfdwoptions}), in their
 *     order; none but in foreign tables
 * @param local whether the table has it in its own right, be it of its parents' too ({@code
 *     attislocal}); true for partitions, which have no column that their parent has not
 */
public record Column(
    Identifier name,
    TypeRef type,
    Optional<QualifiedName> collation,
    @Alterable Optional<NotNull> notNull,
    @Alterable Value value,
    @Alterable Optional<Storage> storage,
    Optional<Compression> compression,
    @Alterable Optional<Integer> statisticsTarget,
    @Alterable ImmutableMap<String, String> options,
    @Alterable ImmutableMap<String, String> foreignOptions,
    boolean local,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment) {
  /** The same column with another NOT NULL constraint, or none. */
  public Column withNotNull(Optional<NotNull> other) {
    return new Column(
        name,
        type,
        collation,
        other,
        value,
        storage,
        compression,
        statisticsTarget,
        options,
        foreignOptions,
        local,
        privileges,
        comment);
  }

  /** The same column with another value. */
  public Column withValue(Value other) {
    return new Column(
        name,
        type,
        collation,
        notNull,
        other,
        storage,
        compression,
        statisticsTarget,
        options,
        foreignOptions,
        local,
        privileges,
        comment);
  }

  /** What a column holds when a row does not say. */
  public sealed interface Value {

    /** NULL. */
    record None() implements Value {}

    /** A default expression ({@code pg_attrdef}). */
    record Default(SqlText expression) implements Value {}

    /** A generated column. */
    record Generated(SqlText expression, GeneratedKind kind) implements Value {}

    /**
     * An identity column.
     *
     * @param sequence the sequence behind it, a catalog entry whose ownership points back here
     */
    record Identity(IdentityKind kind, QualifiedName sequence) implements Value {}
  }

  /** Whether a generated column is kept or computed when read ({@code attgenerated}). */
  public enum GeneratedKind {
    STORED,
    /** Servers from 18. */
    VIRTUAL
  }

  /** Whether a user's value is accepted ({@code attidentity}). */
  public enum IdentityKind {
    ALWAYS,
    BY_DEFAULT
  }

  /**
   * A NOT NULL constraint.
   *
   * @param name where the server keeps names of them (from 18) and it is not the one it would
   *     choose
   * @param noInherit servers from 18
   * @param local whether the table has it in its own right, be it its parents' too ({@code
   *     conislocal} of servers from 18); true before, and for partitions
   * @param validated servers from 18; true before
   * @param comment servers from 18
   */
  public record NotNull(
      Optional<Identifier> name,
      boolean noInherit,
      boolean local,
      @Alterable boolean validated,
      @Alterable Optional<String> comment) {
    /** Plain NOT NULL. */
    public static final NotNull PLAIN = new NotNull(Optional.empty(), false, true, true);

    /** One without a comment. */
    public NotNull(Optional<Identifier> name, boolean noInherit, boolean local, boolean validated) {
      this(name, noInherit, local, validated, Optional.empty());
    }

    /** The name on a server that keeps names, of the constraint of a column of a table. */
    public Identifier nameOn(Identifier table, Identifier column) {
      return name.orElseGet(() -> DefaultNames.notNull(table, column));
    }

    /** The same with its name spelled out. */
    public NotNull named(Identifier table, Identifier column) {
      return new NotNull(Optional.of(nameOn(table, column)), noInherit, local, validated, comment);
    }
  }

  /** {@code attstorage}. */
  public enum Storage {
    PLAIN,
    EXTERNAL,
    EXTENDED,
    MAIN
  }

  /** {@code attcompression}. */
  public enum Compression {
    PGLZ,
    LZ4
  }
}
