package dev.schemasync.emitter.sql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CompileTimeConstant;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.script.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes one statement from typed parts, with a space between parts. Nothing but constants of this
 * program, quoted values and text deparsed by a server can get in.
 */
public final class SqlWriter {
  private static final String INDENT = "    ";

  private final StringBuilder text = new StringBuilder();
  private final Set<String> names = new HashSet<>();
  private final List<Sql.Hidden> hidden = new ArrayList<>();

  /** What has been written. */
  public String text() {
    return text.toString();
  }

  /** Where secrets stand in it. */
  public ImmutableList<Sql.Hidden> hidden() {
    return ImmutableList.copyOf(hidden);
  }

  /** The raw names that stand in it, those in deparsed text left out. */
  public Set<String> names() {
    return names;
  }

  /** Words and symbols that this program itself knows. */
  public SqlWriter keyword(@CompileTimeConstant String words) {
    return part(words);
  }

  /** An enum constant that is named after the SQL words it stands for. */
  public SqlWriter word(Enum<?> constant) {
    return part(constant.name().replace('_', ' '));
  }

  public SqlWriter identifier(Identifier identifier) {
    names.add(identifier.value());
    return part(Quoting.identifier(identifier));
  }

  public SqlWriter qualified(QualifiedName name) {
    noteNames(name);
    return part(Quoting.qualified(name));
  }

  /** A column by its full name. */
  public SqlWriter column(QualifiedName relation, Identifier column) {
    noteNames(relation);
    names.add(column.value());
    return part(Quoting.qualified(relation) + "." + Quoting.identifier(column));
  }

  /** An operator where an expression or a name of another kind could stand too. */
  public SqlWriter operator(QualifiedName name) {
    return part(Quoting.operator(name));
  }

  /** An operator where nothing else can stand. */
  public SqlWriter operatorName(QualifiedName name) {
    return part(Quoting.operatorName(name));
  }

  /** A function with the types of its arguments. */
  public SqlWriter signature(Signature function) {
    return qualified(function.name()).arguments(function.arguments(), SqlWriter::type);
  }

  /** The name of a configuration or storage parameter. */
  public SqlWriter parameter(String name) {
    return part(Quoting.parameter(name));
  }

  public SqlWriter type(TypeRef type) {
    if (!type.name().isSystem()) {
      noteNames(type.name());
    }
    return part(TypeNames.sql(type));
  }

  public SqlWriter literal(String value) {
    return part(Quoting.literal(value));
  }

  /** A string constant that nobody must see. */
  public SqlWriter secret(Secret secret) {
    String literal = Quoting.literal(secret.reveal());
    part(literal);
    hidden.add(new Sql.Hidden(text.length() - literal.length(), text.length(), secret));
    return this;
  }

  /** A text between dollar quotes, for the source of routines. */
  public SqlWriter dollarQuoted(String value) {
    return part(Quoting.dollarQuoted(value));
  }

  /** A string constant that names a relation, for functions over {@code regclass}. */
  public SqlWriter regclass(QualifiedName relation) {
    return part(Quoting.literal(Quoting.qualified(relation)) + "::pg_catalog.regclass");
  }

  public SqlWriter number(long value) {
    return part(Long.toString(value));
  }

  /** A number that may have a fraction, never written with an exponent. */
  public SqlWriter decimal(double value) {
    return part(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  /** Text as a server deparsed it. */
  public SqlWriter verbatim(SqlText sql) {
    return part(sql.text());
  }

  /** The items with commas between them. */
  public <T> SqlWriter list(Iterable<? extends T> items, BiConsumer<SqlWriter, ? super T> each) {
    boolean first = true;
    for (T item : items) {
      if (!first) {
        comma();
      }
      each.accept(this, item);
      first = false;
    }
    return this;
  }

  /** The content in parentheses. */
  public SqlWriter parenthesised(Consumer<SqlWriter> content) {
    part("(");
    content.accept(this);
    return close();
  }

  /** The items in parentheses. */
  public <T> SqlWriter parenthesised(
      Iterable<? extends T> items, BiConsumer<SqlWriter, ? super T> each) {
    return parenthesised(w -> w.list(items, each));
  }

  /** The content in parentheses that follow the name of a routine without a space. */
  public SqlWriter arguments(Consumer<SqlWriter> content) {
    text.append('(');
    content.accept(this);
    return close();
  }

  /** The items in parentheses that follow the name of a routine without a space. */
  public <T> SqlWriter arguments(
      Iterable<? extends T> items, BiConsumer<SqlWriter, ? super T> each) {
    return arguments(w -> w.list(items, each));
  }

  /** The comma between two parts. */
  public SqlWriter comma() {
    text.append(',');
    return this;
  }

  /** The items in parentheses, each on a line of its own. */
  public SqlWriter block(Iterable<Consumer<SqlWriter>> items) {
    return parenthesised(w -> w.lines(items).when(items.iterator().hasNext(), SqlWriter::line));
  }

  /** The items with commas between them, each on a line of its own. */
  public SqlWriter lines(Iterable<Consumer<SqlWriter>> items) {
    return list(items, (w, item) -> item.accept(w.line().indent()));
  }

  /** Parameters with their values, {@code (fillfactor = '70')}. */
  public SqlWriter parameters(ImmutableMap<String, String> parameters) {
    return parenthesised(
        parameters.entrySet(),
        (w, p) -> w.parameter(p.getKey()).keyword("=").literal(p.getValue()));
  }

  /** WITH and the parameters, if there are any. */
  public SqlWriter withParameters(ImmutableMap<String, String> parameters) {
    return when(!parameters.isEmpty(), w -> w.keyword("WITH").parameters(parameters));
  }

  /** What the action writes, if the condition holds. */
  public SqlWriter when(boolean condition, Consumer<SqlWriter> action) {
    if (condition) {
      action.accept(this);
    }
    return this;
  }

  /** What the action writes for the value, if there is one. */
  public <T> SqlWriter ifPresent(Optional<T> value, BiConsumer<SqlWriter, ? super T> action) {
    value.ifPresent(v -> action.accept(this, v));
    return this;
  }

  /** A line break, for people. */
  public SqlWriter line() {
    text.append('\n');
    return this;
  }

  private void noteNames(QualifiedName name) {
    names.add(name.schema().value());
    names.add(name.name().value());
  }

  private SqlWriter indent() {
    text.append(INDENT);
    return this;
  }

  private SqlWriter close() {
    text.append(')');
    return this;
  }

  private SqlWriter part(String part) {
    if (!text.isEmpty() && " (\n".indexOf(text.charAt(text.length() - 1)) < 0) {
      text.append(' ');
    }
    text.append(part);
    return this;
  }
}
