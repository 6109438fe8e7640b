package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.net.InetAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Compares the tables of one file with what its schema accepts.
 *
 * <p>Values of strings are never quoted in a problem, except a word that is not in its list: any
 * other string may be a password.
 */
final class TableChecker {

  /** A longer list of keys helps nobody; the documentation is named instead. */
  private static final int LISTED_KEYS = 30;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  private TableChecker(String file) {
    this.file = file;
  }

  /** Everything in the file that its schema does not accept, by line and column. */
  static ImmutableList<Problem> check(String file, TomlTable top, ValueType.Table type) {
    TableChecker checker = new TableChecker(file);
    checker.checkTable(KeyPath.TOP, top, TomlPosition.positionAt(1, 1), type);
    return ImmutableList.sortedCopyOf(Problem.BY_POSITION, checker.problems);
  }

  private void checkTable(
      KeyPath path, TomlTable table, TomlPosition position, ValueType.Table type) {
    for (String key : table.keySet()) {
      ValueType accepted = type.keys().get(key);
      if (accepted == null) {
        reportUnknown(path, table, key, type.keys().keySet(), type.documentation());
      } else {
        checkEntry(path, table, key, accepted);
      }
    }
    type.aliases()
        .forEach(
            (alias, key) -> {
              if (table.contains(List.of(alias)) && table.contains(List.of(key))) {
                report(
                    keyPosition(table, alias),
                    path.key(alias),
                    "another name of " + key + ", which is given too",
                    "leave one of them out");
              }
            });
    for (String key : type.required()) {
      if (!table.contains(List.of(key))) {
        report(
            position,
            path.key(key),
            "missing key",
            "add " + key + ", which is " + type.key(key).expectation());
      }
    }
  }

  private void checkEntry(KeyPath path, TomlTable table, String key, ValueType accepted) {
    Object value = table.get(List.of(key));
    TomlPosition position =
        value instanceof TomlTable
            ? keyPosition(table, key)
            : table.entry(List.of(key)).value().position();
    check(path.key(key), value, position, accepted);
  }

  private void check(KeyPath path, Object value, TomlPosition position, ValueType type) {
    boolean fits =
        switch (type) {
          case ValueType.Text _ -> value instanceof String;
          case ValueType.Ipv4Address _ ->
              value instanceof String text
                  && !text.contains(":")
                  && InetAddresses.isInetAddress(text);
          case ValueType.Flag _ -> value instanceof Boolean;
          case ValueType.WholeNumber range ->
              value instanceof Long number && range.contains(number);
          case ValueType.Decimal _ -> value instanceof Double || value instanceof Long;
          case ValueType.Choice choice -> value instanceof String word && choice.accepts(word);
          case ValueType.Items _ -> value instanceof TomlArray;
          case ValueType.Table _, ValueType.Entries _ -> value instanceof TomlTable;
          case ValueType.AnyOf anyOf ->
              anyOf.alternatives().stream().anyMatch(alternative -> isOfShape(value, alternative));
        };
    if (!fits) {
      report(
          position,
          path,
          "expected " + type.expectation() + ", found " + found(value, type),
          remedyForShape(path, value, type));
      return;
    }
    checkInside(path, value, position, type);
  }

  private void checkInside(KeyPath path, Object value, TomlPosition position, ValueType type) {
    if (value instanceof TomlTable given && type instanceof ValueType.Table table) {
      checkTable(path, given, position, table);
    } else if (value instanceof TomlTable given && type instanceof ValueType.Entries entries) {
      given.keySet().forEach(key -> checkEntry(path, given, key, entries.value()));
    } else if (value instanceof TomlArray given && type instanceof ValueType.Items items) {
      for (int i = 0; i < given.size(); i++) {
        check(path.element(i), given.get(i), given.inputPositionOf(i), items.element());
      }
    } else if (type instanceof ValueType.AnyOf anyOf) {
      checkAlternatives(path, value, position, anyOf);
    }
  }

  /** Reports what the most fitting alternative finds wrong, unless another accepts the value. */
  private void checkAlternatives(
      KeyPath path, Object value, TomlPosition position, ValueType.AnyOf type) {
    ImmutableList<ValueType> candidates =
        type.alternatives().stream()
            .filter(alternative -> isOfShape(value, alternative))
            .collect(toImmutableList());
    if (value instanceof TomlTable table) {
      ImmutableList<ValueType.Table> variants =
          candidates.stream()
              .filter(ValueType.Table.class::isInstance)
              .map(ValueType.Table.class::cast)
              .collect(toImmutableList());
      ImmutableSet<String> known =
          variants.stream()
              .flatMap(variant -> variant.keys().keySet().stream())
              .collect(toImmutableSet());
      candidates =
          variants.stream()
              .filter(
                  variant ->
                      variant.keys().keySet().containsAll(Sets.intersection(table.keySet(), known)))
              .collect(toImmutableList());
      // Reported here, with all that could be meant, and so not once more by a variant.
      for (String key : Sets.difference(table.keySet(), known)) {
        reportUnknown(path, table, key, known, Optional.empty());
      }
      if (candidates.isEmpty()) {
        reportNoVariant(path, table, position, variants);
        return;
      }
    }
    ImmutableSet<String> reported =
        problems.stream()
            .filter(problem -> problem.kind() == Problem.Kind.UNKNOWN_KEY)
            .map(Problem::path)
            .collect(toImmutableSet());
    candidates.stream()
        .map(candidate -> problemsOf(path, value, position, candidate))
        .min(Comparator.comparingInt(List::size))
        .orElseThrow()
        .stream()
        .filter(problem -> !reported.contains(problem.path()))
        .forEach(problems::add);
  }

  private void reportNoVariant(
      KeyPath path,
      TomlTable table,
      TomlPosition position,
      ImmutableList<ValueType.Table> variants) {
    report(
        position,
        path,
        "these keys do not go together: " + String.join(", ", table.keySet()),
        variants.stream()
            .map(variant -> String.join(", ", variant.keys().keySet()))
            .collect(joining("; or ", "accepted are ", "")));
  }

  private ImmutableList<Problem> problemsOf(
      KeyPath path, Object value, TomlPosition position, ValueType type) {
    TableChecker attempt = new TableChecker(file);
    attempt.check(path, value, position, type);
    return ImmutableList.copyOf(attempt.problems);
  }

  /** Whether the value is of the alternative's kind, whatever it holds. */
  private static boolean isOfShape(Object value, ValueType type) {
    return switch (type) {
      case ValueType.Text _, ValueType.Ipv4Address _, ValueType.Choice _ -> value instanceof String;
      case ValueType.Flag _ -> value instanceof Boolean;
      case ValueType.WholeNumber _ -> value instanceof Long;
      case ValueType.Decimal _ -> value instanceof Double || value instanceof Long;
      case ValueType.Items _ -> value instanceof TomlArray;
      case ValueType.Table _, ValueType.Entries _ -> value instanceof TomlTable;
      case ValueType.AnyOf anyOf ->
          anyOf.alternatives().stream().anyMatch(alternative -> isOfShape(value, alternative));
    };
  }

  private static String found(Object value, ValueType type) {
    return switch (value) {
      case String word when type instanceof ValueType.Choice -> '"' + word + '"';
      case String _ when type instanceof ValueType.Ipv4Address -> "another string";
      case Long number when type instanceof ValueType.WholeNumber -> number.toString();
      case String _ -> "a string";
      case Long _ -> "an integer";
      case Double _ -> "a number with a fraction";
      case Boolean flag -> flag.toString();
      case TomlArray _ -> "an array";
      case TomlTable _ -> "a table";
      default -> "a date or time";
    };
  }

  private static String remedyForShape(KeyPath path, Object value, ValueType type) {
    if (value instanceof String word && type instanceof ValueType.Choice choice) {
      return Nearest.to(word, choice.words()).map(near -> didYouMean(near)).orElse("");
    }
    if (value instanceof TomlTable
        && type instanceof ValueType.Items items
        && items.element() instanceof ValueType.Table) {
      return "write [[" + path + "]]";
    }
    if (value instanceof TomlArray && type instanceof ValueType.Table) {
      return "write [" + path + "]";
    }
    return value instanceof String && type instanceof ValueType.WholeNumber
        ? "write it without quotes"
        : "";
  }

  private static String acceptedInstead(
      String key, ImmutableCollection<String> known, Optional<String> documentation) {
    String suggestion = Nearest.to(key, known).map(near -> didYouMean(near) + " ").orElse("");
    if (known.size() <= LISTED_KEYS) {
      return suggestion + "accepted here: " + String.join(", ", ImmutableList.sortedCopyOf(known));
    }
    String related =
        Stream.of(key.split("[_-]", -1))
            .filter(word -> word.length() > 2)
            .flatMap(word -> known.stream().filter(other -> other.contains(word)))
            .distinct()
            .sorted()
            .limit(LISTED_KEYS)
            .collect(joining(", "));
    String pointer = documentation.map(page -> "all keys: " + page).orElse("");
    return suggestion + (related.isEmpty() ? "" : "similar: " + related + "; ") + pointer;
  }

  private static String didYouMean(String near) {
    return "did you mean \"" + near + "\"?";
  }

  private static TomlPosition keyPosition(TomlTable table, String key) {
    return table.inputPositionOf(List.of(key));
  }

  private void reportUnknown(
      KeyPath path,
      TomlTable table,
      String key,
      ImmutableCollection<String> known,
      Optional<String> documentation) {
    TomlPosition position = keyPosition(table, key);
    problems.add(
        new Problem(
            file,
            position.line(),
            position.column(),
            path.key(key).text(),
            "unknown key",
            acceptedInstead(key, known, documentation),
            Problem.Kind.UNKNOWN_KEY));
  }

  private void report(TomlPosition position, KeyPath path, String message, String remedy) {
    problems.add(
        new Problem(file, position.line(), position.column(), path.text(), message, remedy));
  }
}
