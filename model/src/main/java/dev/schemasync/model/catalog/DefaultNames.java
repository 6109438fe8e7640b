package dev.schemasync.model.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemasync.model.name.Identifier;

/** The names that the server makes up ({@code makeObjectName} in its source). */
public final class DefaultNames {
  /** {@code NAMEDATALEN} without the terminating zero, in bytes. */
  private static final int MAX_LENGTH = 63;

  private DefaultNames() {}

  /** The first name that is tried for a NOT NULL constraint. */
  public static Identifier notNull(Identifier table, Identifier column) {
    return join(table.value(), column.value(), "not_null");
  }

  /** The first name that is tried for the NOT NULL constraint of a domain. */
  public static Identifier notNull(Identifier domain) {
    return Identifier.of(clip(domain.value(), MAX_LENGTH - "_not_null".length()) + "_not_null");
  }

  /** The name of the multirange type of a range type ({@code makeMultirangeTypeName}). */
  public static Identifier multirange(Identifier range) {
    String name = range.value();
    int word = name.indexOf("range");
    return Identifier.of(
        word < 0
            ? clip(name, MAX_LENGTH - "_multirange".length()) + "_multirange"
            : clip(name.substring(0, word) + "multi" + name.substring(word), MAX_LENGTH));
  }

  /** Where the parts are too long together, the longer one is cut until they fit. */
  private static Identifier join(String first, String second, String label) {
    int available = MAX_LENGTH - label.length() - 2;
    int firstLength = first.getBytes(UTF_8).length;
    int secondLength = second.getBytes(UTF_8).length;
    while (firstLength + secondLength > available) {
      if (firstLength > secondLength) {
        firstLength--;
      } else {
        secondLength--;
      }
    }
    return Identifier.of(clip(first, firstLength) + "_" + clip(second, secondLength) + "_" + label);
  }

  /** As many whole characters as fit into that many bytes. */
  private static String clip(String text, int bytes) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      used += text.substring(end, next).getBytes(UTF_8).length;
      if (used > bytes) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }
}
