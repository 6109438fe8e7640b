package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Typed access to a table that {@link TableChecker} has accepted.
 *
 * @param path the table's key
 * @param location where the table begins
 */
record TableView(KeyPath path, Location location, TomlTable table) {

  static TableView top(String file, TomlTable table) {
    return new TableView(KeyPath.TOP, Location.file(file), table);
  }

  String file() {
    return location.file();
  }

  Optional<String> text(String key) {
    return value(key, String.class);
  }

  String requiredText(String key) {
    return text(key).orElseThrow();
  }

  Optional<Secret> secret(String key) {
    return text(key).map(Secret::new);
  }

  Optional<Long> number(String key) {
    return value(key, Long.class);
  }

  Optional<Duration> milliseconds(String key) {
    return number(key).map(Duration::ofMillis);
  }

  boolean flag(String key) {
    return value(key, Boolean.class).orElse(false);
  }

  /** The constant that is spelled like the word, in capitals. */
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
    return text(key).map(word -> constant(word, type));
  }

  static <E extends Enum<E>> E constant(String word, Class<E> type) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  /** The elements of an array, of strings and integers as they are. */
  <T> ImmutableList<T> elements(String key, Class<T> type) {
    return value(key, TomlArray.class).stream()
        .flatMap(array -> array.toList().stream())
        .map(type::cast)
        .collect(toImmutableList());
  }

  /** The table of that name; an empty one where the file has none. */
  TableView child(String key) {
    return new TableView(
        path.key(key),
        has(key) ? locationOf(key) : Location.file(file()),
        table.getTableOrEmpty(List.of(key)));
  }

  ImmutableList<TableView> children(String key) {
    TomlArray array = table.getArrayOrEmpty(List.of(key));
    return IntStream.range(0, array.size())
        .mapToObj(
            i ->
                new TableView(
                    path.key(key).element(i),
                    location(array.inputPositionOf(i)),
                    array.getTable(i)))
        .collect(toImmutableList());
  }

  boolean has(String key) {
    return table.contains(List.of(key));
  }

  /** Where the key stands. */
  Location locationOf(String key) {
    return location(table.inputPositionOf(List.of(key)));
  }

  private Location location(TomlPosition position) {
    return new Location(file(), position.line(), position.column());
  }

  <T> Optional<T> value(String key, Class<T> type) {
    return Optional.ofNullable(table.get(List.of(key))).map(type::cast);
  }
}
