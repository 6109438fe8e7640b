package dev.schemasync.introspect;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a query, read by column name. Every getter throws a {@link CatalogReadException} that
 * names query and column where the value is not what it asks for.
 *
 * <p>Columns that belong together share a prefix: {@link #qualified}{@code ("parent")} reads {@code
 * parent_schema} and {@code parent_name}.
 */
final class Row {
  private final Query query;
  private final ImmutableMap<String, Integer> columns;
  private final @Nullable Object[] values;

  Row(Query query, ImmutableMap<String, Integer> columns, @Nullable Object[] values) {
    this.query = query;
    this.columns = columns;
    this.values = values;
  }

  /** Whether the query returns a column of this name. */
  boolean has(String column) {
    return columns.containsKey(column);
  }

  long oid(String column) throws CatalogReadException {
    return required(column, Long.class);
  }

  boolean bool(String column) throws CatalogReadException {
    return required(column, Boolean.class);
  }

  int integer(String column) throws CatalogReadException {
    return required(column, Number.class).intValue();
  }

  Optional<Integer> optionalInteger(String column) throws CatalogReadException {
    return optional(column, Number.class).map(Number::intValue);
  }

  long bigint(String column) throws CatalogReadException {
    return required(column, Number.class).longValue();
  }

  Optional<Long> optionalBigint(String column) throws CatalogReadException {
    return optional(column, Number.class).map(Number::longValue);
  }

  double real(String column) throws CatalogReadException {
    return required(column, Number.class).doubleValue();
  }

  String text(String column) throws CatalogReadException {
    return required(column, String.class);
  }

  Optional<String> optionalText(String column) throws CatalogReadException {
    return optional(column, String.class);
  }

  Identifier identifier(String column) throws CatalogReadException {
    return Identifier.of(text(column));
  }

  Optional<Identifier> optionalIdentifier(String column) throws CatalogReadException {
    return optionalText(column).map(Identifier::of);
  }

  SqlText sql(String column) throws CatalogReadException {
    return new SqlText(text(column));
  }

  Optional<SqlText> optionalSql(String column) throws CatalogReadException {
    return optionalText(column).map(SqlText::new);
  }

  /** The name in the columns {@code schema} and {@code name}. */
  QualifiedName name() throws CatalogReadException {
    return new QualifiedName(identifier("schema"), identifier("name"));
  }

  /** The name in two columns with that prefix. */
  QualifiedName qualified(String prefix) throws CatalogReadException {
    return new QualifiedName(identifier(prefix + "_schema"), identifier(prefix + "_name"));
  }

  /** The name in two columns with that prefix, which are NULL where there is none. */
  Optional<QualifiedName> optionalQualified(String prefix) throws CatalogReadException {
    return optionalText(prefix + "_name").isPresent()
        ? Optional.of(qualified(prefix))
        : Optional.empty();
  }

  /** An array of text; empty where it is NULL. */
  ImmutableList<String> texts(String column) throws CatalogReadException {
    return optional(column, String[].class).map(ImmutableList::copyOf).orElse(ImmutableList.of());
  }

  ImmutableList<Identifier> identifiers(String column) throws CatalogReadException {
    return texts(column).stream().map(Identifier::of).collect(toImmutableList());
  }

  /** An array of text such as {@code reloptions}: {@code name=value}; empty where it is NULL. */
  ImmutableMap<String, String> options(String column) throws CatalogReadException {
    ImmutableMap.Builder<String, String> options = ImmutableMap.builder();
    for (String option : texts(column)) {
      int equals = option.indexOf('=');
      if (equals < 0) {
        throw unexpected(column);
      }
      options.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return options.buildOrThrow();
  }

  /**
   * A type from five columns with that prefix: {@code _schema} and {@code _name} of the type or, if
   * {@code _is_array}, of its element, {@code _modifier} as the catalogs hold it, and {@code
   * _arguments} of it for a type that is not built in.
   */
  TypeRef type(String prefix) throws CatalogReadException {
    QualifiedName name = qualified(prefix);
    return new TypeRef(
        name,
        TypeModifiers.decode(name, integer(prefix + "_modifier"), texts(prefix + "_arguments")),
        bool(prefix + "_is_array"));
  }

  /** A type of which no modifier is kept, from the same columns but for those of the modifier. */
  TypeRef plainType(String prefix) throws CatalogReadException {
    return new TypeRef(qualified(prefix), new TypeModifier.None(), bool(prefix + "_is_array"));
  }

  /** What to throw for a value that no server of the supported versions has there. */
  CatalogReadException unexpected(String column) {
    return new CatalogReadException(
        ("%s.sql returned %s as %s, which is not known; if the server is newer than the supported"
                + " versions, a newer release of this program may know it")
            .formatted(query.resource(), printed(value(column)), column));
  }

  private <T> T required(String column, Class<T> type) throws CatalogReadException {
    return optional(column, type)
        .orElseThrow(
            () ->
                new CatalogReadException(
                    ("%s.sql returned no %s for %s; was the object changed while it was read? If"
                            + " so, run again")
                        .formatted(query.resource(), column, Arrays.toString(values))));
  }

  private <T> Optional<T> optional(String column, Class<T> type) throws CatalogReadException {
    Object value = value(column);
    if (value != null && !type.isInstance(value)) {
      throw new CatalogReadException(
          "%s.sql returned %s as %s, not a %s"
              .formatted(query.resource(), value.getClass(), column, type.getSimpleName()));
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  private @Nullable Object value(String column) {
    Integer position = columns.get(column);
    if (position == null) {
      throw new IllegalArgumentException(query.resource() + ".sql has no column " + column);
    }
    return values[position];
  }

  private static String printed(@Nullable Object value) {
    return value instanceof Object[] array ? Arrays.toString(array) : "'" + value + "'";
  }
}
