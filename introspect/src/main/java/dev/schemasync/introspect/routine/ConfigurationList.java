package dev.schemasync.introspect.routine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * Splits the value of a configuration parameter that is a list of names, as PostgreSQL does ({@code
 * SplitGUCList} in its source). Such a parameter must be set from its items: the whole as one
 * literal would be one item.
 */
final class ConfigurationList {
  /** The parameters that the server marks as lists of quoted items ({@code GUC_LIST_QUOTE}). */
  private static final ImmutableSet<String> LISTS =
      ImmutableSet.of(
          "local_preload_libraries",
          "search_path",
          "session_preload_libraries",
          "shared_preload_libraries",
          "temp_tablespaces",
          "unix_socket_directories");

  private final String text;
  private final ImmutableList.Builder<String> items = ImmutableList.builder();
  private int at;

  private ConfigurationList(String text) {
    this.text = text;
  }

  /**
   * The items of a parameter's value: one if it is no list; none at all if it is an empty one.
   *
   * @return empty if the text is not a list although the parameter is
   */
  static Optional<ImmutableList<String>> values(String parameter, String value) {
    return LISTS.contains(parameter)
        ? new ConfigurationList(value).split()
        : Optional.of(ImmutableList.of(value));
  }

  private Optional<ImmutableList<String>> split() {
    skipSpace();
    if (atEnd()) {
      return Optional.of(items.build());
    }
    while (item()) {
      skipSpace();
      if (atEnd()) {
        return Optional.of(items.build());
      }
      if (text.charAt(at++) != ',') {
        break;
      }
      skipSpace();
    }
    return Optional.empty();
  }

  private boolean item() {
    return text.startsWith("\"", at) ? quoted() : plain();
  }

  private boolean quoted() {
    StringBuilder item = new StringBuilder();
    for (at++; !atEnd(); at++) {
      char c = text.charAt(at);
      if (c != '"') {
        item.append(c);
      } else if (text.startsWith("\"\"", at)) {
        item.append(c);
        at++;
      } else {
        at++;
        items.add(item.toString());
        return true;
      }
    }
    return false;
  }

  /** Unlike identifiers, items without quotes keep their case. */
  private boolean plain() {
    int start = at;
    while (!atEnd() && text.charAt(at) != ',' && !isSpace(text.charAt(at))) {
      at++;
    }
    items.add(text.substring(start, at));
    return at > start;
  }

  private void skipSpace() {
    while (!atEnd() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private boolean atEnd() {
    return at == text.length();
  }

  /** {@code scanner_isspace}. */
  private static boolean isSpace(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\r', '\f', '\u000B' -> true;
      default -> false;
    };
  }
}
