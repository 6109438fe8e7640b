package dev.schemasync.emitter.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A statement as it would be for things with other names: what the statements of a thousand tables
 * have in common. Worked out from the text, like all that bears witness against the writer.
 *
 * @param text the statement with names replaced by numbered ones, and strings by empty ones
 * @param names the numbered name for each name that was replaced
 */
record Shape(String text, ImmutableMap<String, String> names) {
  /** A word that our statements do not hold otherwise; one that does is its own shape. */
  private static final String NUMBERED = "shape_name_";

  /** Parts of the names of types of several words: a column of such a name must not tear one. */
  private static final ImmutableSet<String> TYPE_WORDS =
      ImmutableSet.of(
          "bit",
          "character",
          "day",
          "double",
          "hour",
          "interval",
          "minute",
          "month",
          "precision",
          "second",
          "time",
          "timestamp",
          "to",
          "varying",
          "with",
          "without",
          "year",
          "zone");

  /**
   * The shape of a statement.
   *
   * @param tokens those of the statement
   * @param replaceable the names to replace where they stand; any other stays as it is
   */
  static Shape of(String sql, ImmutableList<Token> tokens, Set<String> replaceable) {
    if (sql.contains(NUMBERED)) {
      return new Shape(sql, ImmutableMap.of());
    }
    Map<String, String> names = new HashMap<>();
    StringBuilder text = new StringBuilder(sql.length() + NUMBERED.length());
    int end = 0;
    for (Token token : tokens) {
      text.append(sql, end, token.position());
      text.append(
          switch (token.kind()) {
            case WORD ->
                isName(token.text()) && replaceable.contains(token.text())
                    ? numbered(names, token.text())
                    : token.text();
            case QUOTED_IDENTIFIER -> {
              String name = unquoted(token.text());
              yield replaceable.contains(name) ? '"' + numbered(names, name) + '"' : token.text();
            }
            case STRING -> token.text().startsWith("'") ? "''" : token.text();
            case NUMBER, PARAMETER, COMMENT, SYMBOL -> token.text();
          });
      end = token.position() + token.text().length();
    }
    return new Shape(text.append(sql, end, sql.length()).toString(), ImmutableMap.copyOf(names));
  }

  /** Whether a word could be a name without quotes, and never part of anything else. */
  private static boolean isName(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i))) {
        return false;
      }
    }
    return !TYPE_WORDS.contains(word);
  }

  private static String unquoted(String identifier) {
    return identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"");
  }

  private static String numbered(Map<String, String> names, String name) {
    return names.computeIfAbsent(name, n -> NUMBERED + names.size());
  }

  /** The name that stands in the shape where this one stands in the statement. */
  String rename(String name) {
    return names.getOrDefault(name, name);
  }
}
