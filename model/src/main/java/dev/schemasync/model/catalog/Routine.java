package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/** A routine ({@code pg_proc}). */
public sealed interface Routine extends CatalogObject.Granted
    permits Function, Procedure, Aggregate {
  /** The routine's name. */
  QualifiedName name();

  /** All its arguments in order, outputs included; those of RETURNS TABLE stand in the result. */
  ImmutableList<Argument> arguments();

  @Override
  ObjectId.Routine id();

  /**
   * An argument.
   *
   * @param name if it has one
   * @param defaultValue if it has one
   */
  record Argument(
      ArgumentMode mode, Optional<Identifier> name, TypeRef type, Optional<SqlText> defaultValue) {}

  /** {@code proargmodes}. */
  enum ArgumentMode {
    IN,
    OUT,
    INOUT,
    VARIADIC
  }

  /** What a function or procedure runs. */
  sealed interface Body {
    /** Source text in the routine's language ({@code prosrc}). */
    record Source(String text) implements Body {}

    /** A function of a shared library ({@code probin}, {@code prosrc}). */
    record Library(String file, String symbol) implements Body {}

    /** An SQL-standard body: RETURN or BEGIN ATOMIC ({@code prosqlbody}, servers from 14). */
    record Sql(SqlText text) implements Body {}
  }

  /** {@code proparallel}. */
  enum Parallel {
    UNSAFE,
    RESTRICTED,
    SAFE
  }

  /**
   * A configuration parameter set while the routine runs ({@code proconfig}).
   *
   * @param values one, or the items of a parameter that is a list of identifiers
   */
  record Setting(String parameter, ImmutableList<String> values) {}

  /** The identity of a routine: the types of all arguments but outputs. */
  static ObjectId.Routine idOf(
      ObjectKind kind, QualifiedName name, ImmutableList<Argument> arguments) {
    return new ObjectId.Routine(
        kind,
        name,
        arguments.stream()
            .filter(a -> a.mode() != ArgumentMode.OUT)
            .map(Argument::type)
            .collect(ImmutableList.toImmutableList()));
  }
}
