package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One row of a query, read by column name. Every getter throws a {@link CatalogReadException} that
 * names query and column where the value is not what it asks for.
 *
 * <p>A value stays as the server printed it until a getter makes something of it: of most rows a
 * reader wants little, and of most texts there are many copies. All values of a row stand in one
 * array: most are a few bytes long, and an object of its own for each would be four times as large.
 *
 * <p>Columns that belong together share a prefix: {@link #qualified}{@code ("parent")} reads {@code
 * parent_schema} and {@code parent_name}.
 */
public final class Row {
  /**
   * What the rows of one answer have in common.
   *
   * @param columns their positions by their names
   */
  record Shape(Query query, ImmutableMap<String, Integer> columns, Texts texts) {}

  private final Shape shape;
  private final PackedValues values;

  Row(Shape shape, PackedValues values) {
    this.shape = shape;
    this.values = values;
  }

  /** Whether the query returns a column of this name. */
  public boolean has(String column) {
    return shape.columns().containsKey(column);
  }

  public long oid(String column) throws CatalogReadException {
    return bigint(column);
  }

  public boolean bool(String column) throws CatalogReadException {
    int at = required(column);
    int from = values.from(at);
    if (values.to(at) - from == 1) {
      if (values.bytes()[from] == 't') {
        return true;
      }
      if (values.bytes()[from] == 'f') {
        return false;
      }
    }
    throw unexpected(column);
  }

  public int integer(String column) throws CatalogReadException {
    return integer(column, required(column));
  }

  public Optional<Integer> optionalInteger(String column) throws CatalogReadException {
    int at = position(column);
    return values.isNull(at) ? Optional.empty() : Optional.of(integer(column, at));
  }

  public long bigint(String column) throws CatalogReadException {
    return bigint(column, required(column));
  }

  public Optional<Long> optionalBigint(String column) throws CatalogReadException {
    int at = position(column);
    return values.isNull(at) ? Optional.empty() : Optional.of(bigint(column, at));
  }

  public double real(String column) throws CatalogReadException {
    try {
      return Double.parseDouble(text(column));
    } catch (NumberFormatException e) {
      throw unexpected(column);
    }
  }

  public String text(String column) throws CatalogReadException {
    return text(required(column));
  }

  public Optional<String> optionalText(String column) throws CatalogReadException {
    int at = position(column);
    return values.isNull(at) ? Optional.empty() : Optional.of(text(at));
  }

  public Identifier identifier(String column) throws CatalogReadException {
    return identifier(required(column));
  }

  public Optional<Identifier> optionalIdentifier(String column) throws CatalogReadException {
    int at = position(column);
    return values.isNull(at) ? Optional.empty() : Optional.of(identifier(at));
  }

  public SqlText sql(String column) throws CatalogReadException {
    return new SqlText(text(column));
  }

  public Optional<SqlText> optionalSql(String column) throws CatalogReadException {
    return optionalText(column).map(SqlText::new);
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
    return shape.texts().name(identifier(schema), identifier(name));
  }

  /** The name in two columns with that prefix, which are NULL where there is none. */
  public Optional<QualifiedName> optionalQualified(String prefix) throws CatalogReadException {
    return values.isNull(position(prefix + "_name"))
        ? Optional.empty()
        : Optional.of(qualified(prefix));
  }

  /** An array of text; empty where it is NULL. */
  public ImmutableList<String> texts(String column) throws CatalogReadException {
    int at = position(column);
    if (values.isNull(at)) {
      return ImmutableList.of();
    }
    return ArrayText.elements(text(at)).orElseThrow(() -> unexpected(column));
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
    if (values.isNull(position(column))) {
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

  /** The same with values that must not be seen. */
  public ImmutableMap<String, Secret> secrets(String column) throws CatalogReadException {
    return ImmutableMap.copyOf(Maps.transformValues(options(column), Secret::new));
  }

  /**
   * A type from five columns with that prefix: {@code _schema} and {@code _name} of the type or, if
   * {@code _is_array}, of its element, {@code _modifier} as the catalogs hold it, and {@code
   * _arguments} of it for a type that is not built in.
   */
  public TypeRef type(String prefix) throws CatalogReadException {
    QualifiedName name = qualified(prefix);
    return shape
        .texts()
        .type(
            new TypeRef(
                name,
                TypeModifiers.decode(
                    name, integer(prefix + "_modifier"), texts(prefix + "_arguments")),
                bool(prefix + "_is_array")));
  }

  /** A type of which no modifier is kept, from the same columns but for those of the modifier. */
  public TypeRef plainType(String prefix) throws CatalogReadException {
    return shape
        .texts()
        .type(new TypeRef(qualified(prefix), new TypeModifier.None(), bool(prefix + "_is_array")));
  }

  /**
   * A function from five columns with that prefix: {@code _schema} and {@code _name}, and of the
   * types of its arguments the arrays {@code _argument_schemas}, {@code _argument_names} and {@code
   * _argument_are_arrays}.
   */
  public Signature signature(String prefix) throws CatalogReadException {
    ImmutableList<Identifier> schemas = identifiers(prefix + "_argument_schemas");
    ImmutableList<Identifier> names = identifiers(prefix + "_argument_names");
    ImmutableList<String> arrays = texts(prefix + "_argument_are_arrays");
    ImmutableList.Builder<TypeRef> arguments = ImmutableList.builder();
    for (int i = 0; i < names.size(); i++) {
      arguments.add(
          shape
              .texts()
              .type(
                  new TypeRef(
                      shape.texts().name(schemas.get(i), names.get(i)),
                      new TypeModifier.None(),
                      arrays.get(i).equals("t"))));
    }
    return new Signature(qualified(prefix), arguments.build());
  }

  /** The same from columns of which the name is NULL where there is none. */
  public Optional<Signature> optionalSignature(String prefix) throws CatalogReadException {
    return values.isNull(position(prefix + "_name"))
        ? Optional.empty()
        : Optional.of(signature(prefix));
  }

  /** What to throw for a value that no server of the supported versions has there. */
  public CatalogReadException unexpected(String column) {
    return new CatalogReadException(
        ("%s.sql returned %s as %s, which is not known; if the server is newer than the supported"
                + " versions, a newer release of this program may know it")
            .formatted(shape.query().resource(), printed(position(column)), column));
  }

  private String text(int at) {
    return shape.texts().text(values.bytes(), values.from(at), values.to(at));
  }

  private Identifier identifier(int at) {
    return shape.texts().identifier(values.bytes(), values.from(at), values.to(at));
  }

  private int integer(String column, int at) throws CatalogReadException {
    long number = bigint(column, at);
    if (number != (int) number) {
      throw unexpected(column);
    }
    return (int) number;
  }

  private long bigint(String column, int at) throws CatalogReadException {
    try {
      // From the digits themselves: most of what is read are numbers of catalog rows.
      return parse(values.bytes(), values.from(at), values.to(at));
    } catch (NumberFormatException | ArithmeticException e) {
      throw unexpected(column);
    }
  }

  private static long parse(byte[] in, int from, int to) {
    boolean negative = to > from && in[from] == '-';
    int first = negative ? from + 1 : from;
    if (to == first) {
      throw new NumberFormatException();
    }
    // Counted downwards, where there is room for one more.
    long number = 0;
    for (int i = first; i < to; i++) {
      int digit = in[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException();
      }
      number = Math.subtractExact(Math.multiplyExact(number, 10), digit);
    }
    return negative ? number : Math.negateExact(number);
  }

  /** The position of a value that is there. */
  private int required(String column) throws CatalogReadException {
    int at = position(column);
    if (values.isNull(at)) {
      throw new CatalogReadException(
          "%s.sql returned no %s for %s; was the object changed while it was read? If so, run again"
              .formatted(
                  shape.query().resource(),
                  column,
                  IntStream.range(0, shape.columns().size()).mapToObj(this::printed).toList()));
    }
    return at;
  }

  private int position(String column) {
    Integer position = shape.columns().get(column);
    if (position == null) {
      throw new IllegalArgumentException(shape.query().resource() + ".sql has no column " + column);
    }
    return position;
  }

  private String printed(int at) {
    if (values.isNull(at)) {
      return "NULL";
    }
    boolean secret =
        shape.query().secretColumn().filter(column -> position(column) == at).isPresent();
    return secret ? Secret.MASK : "'" + text(at) + "'";
  }
}
