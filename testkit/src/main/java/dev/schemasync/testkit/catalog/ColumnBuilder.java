package dev.schemasync.testkit.catalog;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * A column: nullable, without a default and with the settings of its type, until told otherwise.
 */
public final class ColumnBuilder {
  private final Identifier name;
  private final TypeRef type;
  private Optional<QualifiedName> collation = Optional.empty();
  private Optional<Column.NotNull> notNull = Optional.empty();
  private Column.Value value = new Column.Value.None();
  private Optional<Column.Storage> storage = Optional.empty();
  private Optional<Column.Compression> compression = Optional.empty();
  private Optional<Integer> statisticsTarget = Optional.empty();
  private ImmutableSortedMap<String, String> options = ImmutableSortedMap.of();
  private ImmutableMap<String, String> foreignOptions = ImmutableMap.of();
  private boolean local = true;
  private Privileges privileges = Privileges.DEFAULT;
  private Optional<String> comment = Optional.empty();

  /** A column of a type. */
  public ColumnBuilder(String name, TypeRef type) {
    this.name = Identifier.of(name);
    this.type = type;
  }

  /** With a collation. */
  public ColumnBuilder collation(QualifiedName other) {
    collation = Optional.of(other);
    return this;
  }

  /** With a plain NOT NULL. */
  public ColumnBuilder notNull() {
    return notNull(Column.NotNull.PLAIN);
  }

  /** With a NOT NULL constraint. */
  public ColumnBuilder notNull(Column.NotNull other) {
    notNull = Optional.of(other);
    return this;
  }

  /** With a default, generation or identity. */
  public ColumnBuilder value(Column.Value other) {
    value = other;
    return this;
  }

  /** With another storage than the type's. */
  public ColumnBuilder storage(Column.Storage other) {
    storage = Optional.of(other);
    return this;
  }

  /** With a compression. */
  public ColumnBuilder compression(Column.Compression other) {
    compression = Optional.of(other);
    return this;
  }

  /** With a statistics target. */
  public ColumnBuilder statisticsTarget(int other) {
    statisticsTarget = Optional.of(other);
    return this;
  }

  /** With options of a column of a foreign table. */
  public ColumnBuilder foreignOptions(ImmutableMap<String, String> other) {
    foreignOptions = other;
    return this;
  }

  /** With attribute options. */
  public ColumnBuilder options(ImmutableSortedMap<String, String> other) {
    options = other;
    return this;
  }

  /** Of the table only because its parents have it. */
  public ColumnBuilder inherited() {
    local = false;
    return this;
  }

  /** With other privileges. */
  public ColumnBuilder privileges(Privileges other) {
    privileges = other;
    return this;
  }

  /** With a comment. */
  public ColumnBuilder comment(String other) {
    comment = Optional.of(other);
    return this;
  }

  /** The column. */
  public Column build() {
    return new Column(
        name,
        type,
        collation,
        notNull,
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
}
