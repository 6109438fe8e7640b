package dev.schemasync.emitter.sql;

import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a use of a type is spelled. Built-in types go by the names of the SQL grammar where it has
 * one and otherwise by their own name without a schema, which is safe: {@code pg_catalog} is always
 * searched first under the empty {@code search_path} of our sessions. All others are qualified.
 */
final class TypeNames {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

  private TypeNames() {}

  static String sql(TypeRef type) {
    String element = type.name().isSystem() ? builtIn(type) : plain(type);
    return type.array() ? element + "[]" : element;
  }

  private static String builtIn(TypeRef type) {
    String name = type.name().name().value();
    return switch (name) {
      case "bool" -> "boolean";
      case "int2" -> "smallint";
      case "int4" -> "integer";
      case "int8" -> "bigint";
      case "float4" -> "real";
      case "float8" -> "double precision";
      // The grammar's word, although a keyword; quoted it would read as a name all the same.
      case "json", "numeric" -> name + arguments(type.modifier());
      case "varchar" -> "character varying" + arguments(type.modifier());
      case "varbit" -> "bit varying" + arguments(type.modifier());
      // Without a length these words mean a length of one; the type itself goes by its own name.
      case "bpchar" -> hasArguments(type) ? "character" + arguments(type.modifier()) : "bpchar";
      case "bit" -> hasArguments(type) ? "bit" + arguments(type.modifier()) : plain(type);
      case "time" -> "time" + arguments(type.modifier()) + " without time zone";
      case "timetz" -> "time" + arguments(type.modifier()) + " with time zone";
      case "timestamp" -> "timestamp" + arguments(type.modifier()) + " without time zone";
      case "timestamptz" -> "timestamp" + arguments(type.modifier()) + " with time zone";
      case "interval" -> "interval" + arguments(type.modifier());
      default -> plain(type);
    };
  }

  private static String plain(TypeRef type) {
    QualifiedName name = type.name();
    String sql = name.isSystem() ? Quoting.identifier(name.name()) : Quoting.qualified(name);
    return sql + arguments(type.modifier());
  }

  private static boolean hasArguments(TypeRef type) {
    return switch (type.modifier()) {
      case TypeModifier.None none -> false;
      case TypeModifier.Arguments arguments -> true;
      case TypeModifier.Interval interval -> true;
    };
  }

  private static String arguments(TypeModifier modifier) {
    return switch (modifier) {
      case TypeModifier.None none -> "";
      case TypeModifier.Arguments(var values) -> parenthesised(values);
      case TypeModifier.Interval(var fields, var precision) ->
          fields.map(f -> " " + f.name().replace('_', ' ').toLowerCase(Locale.ROOT)).orElse("")
              + precision.map(p -> "(" + p + ")").orElse("");
    };
  }

  private static String parenthesised(List<String> values) {
    return values.stream()
        .map(v -> NUMBER.matcher(v).matches() ? v : Quoting.literal(v))
        .collect(Collectors.joining(",", "(", ")"));
  }
}
