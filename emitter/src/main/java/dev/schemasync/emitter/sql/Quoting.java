package dev.schemasync.emitter.sql;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.regex.Pattern;

/**
 * How names and texts are spelled in SQL: the only place that quotes. The results hold under {@code
 * standard_conforming_strings = on}, which every session of a script sets.
 */
final class Quoting {
  private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]+");

  private Quoting() {}

  /** The identifier, in quotes unless it reads the same without. */
  static String identifier(Identifier identifier) {
    return identifier(identifier.value());
  }

  /** {@code schema.name}. */
  static String qualified(QualifiedName name) {
    return identifier(name.schema()) + "." + identifier(name.name());
  }

  /** An operator in an expression or option: {@code OPERATOR(schema.+)}. */
  static String operator(QualifiedName name) {
    return "OPERATOR(" + operatorName(name) + ")";
  }

  /** An operator where nothing else can stand; its name is made of symbols and cannot be quoted. */
  static String operatorName(QualifiedName name) {
    String symbols = name.name().value();
    if (!OPERATOR.matcher(symbols).matches() || symbols.contains("--") || symbols.contains("/*")) {
      throw new Rejection("'%s' is no name of an operator".formatted(OneLine.of(symbols)));
    }
    return identifier(name.schema()) + "." + symbols;
  }

  /** A parameter; a dot in its name parts it, as in {@code toast.autovacuum_enabled}. */
  static String parameter(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? identifier(name)
        : identifier(name.substring(0, dot)) + "." + parameter(name.substring(dot + 1));
  }

  /** A string constant. */
  static String literal(String value) {
    return "'" + storable(value).replace("'", "''") + "'";
  }

  /** A string constant between dollar quotes whose tag the text does not hold. */
  static String dollarQuoted(String value) {
    String delimiter = "$$";
    for (int i = 0; !isDelimiterOf(value, delimiter); i++) {
      delimiter = i == 0 ? "$body$" : "$body" + i + "$";
    }
    return delimiter + storable(value) + delimiter;
  }

  /** Whether the first occurrence after the text is the closing one, not one inside or across. */
  private static boolean isDelimiterOf(String value, String delimiter) {
    return (value + delimiter).indexOf(delimiter) == value.length();
  }

  private static String storable(String value) {
    if (value.indexOf('\0') >= 0) {
      throw new Rejection("a text holds the character NUL, which PostgreSQL cannot store");
    }
    return value;
  }

  private static String identifier(String value) {
    if (value.isEmpty()) {
      throw new Rejection("a name has an empty part");
    }
    return isPlain(value) && !Keywords.quoted().contains(value)
        ? value
        : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Whether a server would read these letters as they are. */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean first = (c >= 'a' && c <= 'z') || c == '_';
      if (!first && (i == 0 || !((c >= '0' && c <= '9') || c == '$'))) {
        return false;
      }
    }
    return true;
  }
}
