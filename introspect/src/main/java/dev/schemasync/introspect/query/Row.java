package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a query, read by column name. Every getter throws a {@link CatalogReadException} that
 * names query and column where the value is not what it asks for.
 *
 * <p>A value stays as the server printed it until a getter makes something of it: of most rows a
 * reader wants little, and of most texts there are many copies.
 *
 * <p>Columns that belong together share a prefix: {@link #qualified}{@code ("parent")} reads {@code
 * parent_schema} and {@code parent_name}.
 */
public final class Row {
  private final Query query;
  private final ImmutableMap<String, Integer> columns;
  private final Texts texts;
  private final byte[] @Nullable [] values;

  Row(Query query, ImmutableMap<String, Integer> columns, Texts texts, byte[] @Nullable [] values) {
    this.query = query;
    this.columns = columns;
    this.texts = texts;
    this.values = values;
  }

  /** Whether the query returns a column of this name. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  public long oid(String column) throws CatalogReadException {
    return bigint(column);
  }

  public boolean bool(String column) throws CatalogReadException {
    byte[] value = required(column);
    if (value.length == 1 && value[0] == 't') {
      return true;
    }
    if (value.length == 1 && value[0] == 'f') {
      return false;
    }
    throw unexpected(column);
  }

  public int integer(String column) throws CatalogReadException {
    return integer(column, required(column));
  }

  public Optional<Integer> optionalInteger(String column) throws CatalogReadException {
    byte[] value = value(column);
    return value == null ? Optional.empty() : Optional.of(integer(column, value));
  }

  public long bigint(String column) throws CatalogReadException {
    return bigint(column, required(column));
  }

  public Optional<Long> optionalBigint(String column) throws CatalogReadException {
    byte[] value = value(column);
    return value == null ? Optional.empty() : Optional.of(bigint(column, value));
  }

  public double real(String column) throws CatalogReadException {
    try {
      return Double.parseDouble(text(column));
    } catch (NumberFormatException e) {
      throw unexpected(column);
    }
  }

  public String text(String column) throws CatalogReadException {
    return texts.text(required(column));
  }

  public Optional<String> optionalText(String column) throws CatalogReadException {
    byte[] value = value(column);
    return value == null ? Optional.empty() : Optional.of(texts.text(value));
  }

  public Identifier identifier(String column) throws CatalogReadException {
    return texts.identifier(required(column));
  }

  public Optional<Identifier> optionalIdentifier(String column) throws CatalogReadException {
    byte[] value = value(column);
    return value == null ? Optional.empty() : Optional.of(texts.identifier(value));
  }

  public SqlText sql(String column) throws CatalogReadException {
    return new SqlText(text(column));
  }

  public Optional<SqlText> optionalSql(String column) throws CatalogReadException {
    byte[] value = value(column);
    return value == null ? Optional.empty() : Optional.of(new SqlText(texts.text(value)));
  }

  /** The name in the columns {@code schema} and {@code name}. */
  public QualifiedName name() throws CatalogReadException {
    return qualified("schema", "name");
  }

  /** The name in two columns with that prefix. */
  public QualifiedName qualified(String prefix) throws CatalogReadException {
    return qualified(prefix + "_schema", prefix + "_name");
  }

  private QualifiedName qualified(String schema, String name) throws CatalogReadException {
    return texts.name(identifier(schema), identifier(name));
  }

  /** The name in two columns with that prefix, which are NULL where there is none. */
  public Optional<QualifiedName> optionalQualified(String prefix) throws CatalogReadException {
    return value(prefix + "_name") != null ? Optional.of(qualified(prefix)) : Optional.empty();
  }

  /** An array of text; empty where it is NULL. */
  public ImmutableList<String> texts(String column) throws CatalogReadException {
    byte[] value = value(column);
    if (value == null) {
      return ImmutableList.of();
    }
    return ArrayText.elements(new String(value, StandardCharsets.UTF_8))
        .orElseThrow(() -> unexpected(column));
  }

  public ImmutableList<Identifier> identifiers(String column) throws CatalogReadException {
    ImmutableList.Builder<Identifier> identifiers = ImmutableList.builder();
    for (String element : texts(column)) {
      identifiers.add(Identifier.of(element));
    }
    return identifiers.build();
  }

  /** An array of text such as {@code reloptions}: {@code name=value}; empty where it is NULL. */
  public ImmutableMap<String, String> options(String column) throws CatalogReadException {
    if (value(column) == null) {
      return ImmutableMap.of();
    }
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
  public TypeRef type(String prefix) throws CatalogReadException {
    QualifiedName name = qualified(prefix);
    return texts.type(
        new TypeRef(
            name,
            TypeModifiers.decode(name, integer(prefix + "_modifier"), texts(prefix + "_arguments")),
            bool(prefix + "_is_array")));
  }

  /** A type of which no modifier is kept, from the same columns but for those of the modifier. */
  public TypeRef plainType(String prefix) throws CatalogReadException {
    return texts.type(
        new TypeRef(qualified(prefix), new TypeModifier.None(), bool(prefix + "_is_array")));
  }

  /** What to throw for a value that no server of the supported versions has there. */
  public CatalogReadException unexpected(String column) {
    return new CatalogReadException(
        ("%s.sql returned %s as %s, which is not known; if the server is newer than the supported"
                + " versions, a newer release of this program may know it")
            .formatted(query.resource(), printed(value(column)), column));
  }

  private int integer(String column, byte[] value) throws CatalogReadException {
    long number = bigint(column, value);
    if (number != (int) number) {
      throw unexpected(column);
    }
    return (int) number;
  }

  private long bigint(String column, byte[] value) throws CatalogReadException {
    try {
      // From the digits themselves: most of what is read are numbers of catalog rows.
      return parse(value);
    } catch (NumberFormatException | ArithmeticException e) {
      throw unexpected(column);
    }
  }

  private static long parse(byte[] value) {
    boolean negative = value.length > 0 && value[0] == '-';
    int first = negative ? 1 : 0;
    if (value.length == first) {
      throw new NumberFormatException();
    }
    // Counted downwards, where there is room for one more.
    long number = 0;
    for (int i = first; i < value.length; i++) {
      int digit = value[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException();
      }
      number = Math.subtractExact(Math.multiplyExact(number, 10), digit);
    }
    return negative ? number : Math.negateExact(number);
  }

  private byte[] required(String column) throws CatalogReadException {
    byte[] value = value(column);
    if (value == null) {
      throw new CatalogReadException(
          "%s.sql returned no %s for %s; was the object changed while it was read? If so, run again"
              .formatted(
                  query.resource(), column, Arrays.stream(values).map(Row::printed).toList()));
    }
    return value;
  }

  private byte @Nullable [] value(String column) {
    Integer position = columns.get(column);
    if (position == null) {
      throw new IllegalArgumentException(query.resource() + ".sql has no column " + column);
    }
    return values[position];
  }

  private static String printed(byte @Nullable [] value) {
    return value == null ? "NULL" : "'" + new String(value, StandardCharsets.UTF_8) + "'";
  }
}
