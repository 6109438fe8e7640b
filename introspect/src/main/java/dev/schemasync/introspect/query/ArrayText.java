package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Reads arrays of one dimension without NULLs as the server prints them (manual, "Array Input and
 * Output Syntax"): {@code {a,"b, c"}}.
 */
final class ArrayText {
  private final String text;
  private int next = 1;

  private ArrayText(String text) {
    this.text = text;
  }

  /** The elements in their order; none if the text is no such array. */
  static Optional<ImmutableList<String>> elements(String text) {
    if (text.equals("{}")) {
      return Optional.of(ImmutableList.of());
    }
    return text.startsWith("{") ? new ArrayText(text).elements() : Optional.empty();
  }

  private Optional<ImmutableList<String>> elements() {
    ImmutableList.Builder<String> elements = ImmutableList.builder();
    while (true) {
      Optional<String> element = at('"') ? quoted() : plain();
      if (element.isEmpty()) {
        return Optional.empty();
      }
      elements.add(element.get());
      if (at(',')) {
        next++;
      } else {
        return at('}') && next == text.length() - 1
            ? Optional.of(elements.build())
            : Optional.empty();
      }
    }
  }

  private boolean at(char c) {
    return next < text.length() && text.charAt(next) == c;
  }

  private Optional<String> quoted() {
    StringBuilder element = new StringBuilder();
    for (next++; next < text.length(); next++) {
      char c = text.charAt(next);
      if (c == '"') {
        next++;
        return Optional.of(element.toString());
      }
      if (c == '\\' && ++next < text.length()) {
        c = text.charAt(next);
      }
      element.append(c);
    }
    return Optional.empty();
  }

  /** Without quotes the server prints neither an empty element nor one that reads as NULL. */
  private Optional<String> plain() {
    int start = next;
    while (next < text.length() && ",}{\"\\".indexOf(text.charAt(next)) < 0) {
      next++;
    }
    String element = text.substring(start, next);
    return element.isEmpty() || element.equalsIgnoreCase("NULL")
        ? Optional.empty()
        : Optional.of(element);
  }
}
