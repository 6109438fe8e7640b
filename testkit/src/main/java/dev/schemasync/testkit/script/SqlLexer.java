package dev.schemasync.testkit.script;

/**
 * Finds the tokens of PostgreSQL's SQL that matter for splitting. Each token is a range of the
 * text; see "Lexical Structure" in the PostgreSQL manual.
 */
final class SqlLexer {

  /** The kinds of token told apart. */
  enum Kind {
    WORD,
    QUOTED,
    OPEN,
    CLOSE,
    SEMICOLON,
    BACKSLASH,
    OTHER,
    END
  }

  /** A token, from {@code start} to before {@code end}. */
  record Token(Kind kind, int start, int end) {}

  private final String text;
  private int position;

  SqlLexer(String text) {
    this.text = text;
  }

  /** Where the next token is looked for. */
  int position() {
    return position;
  }

  /** Goes on elsewhere: some lines of a script are not SQL. */
  void moveTo(int newPosition) {
    position = newPosition;
  }

  /** The line of a position, from 1. */
  int lineOf(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /**
   * The next token after white space and comments; at the end, again and again, {@link Kind#END}.
   */
  Token next() {
    skipBlanks();
    int start = position;
    Kind kind = start == text.length() ? Kind.END : scan(start);
    return new Token(kind, start, position);
  }

  private Kind scan(int start) {
    char c = text.charAt(start);
    if (c == '\'' || c == '"') {
      return quoted(start, c, false);
    } else if ((c == 'e' || c == 'E') && charAt(start + 1) == '\'') {
      return quoted(start + 1, '\'', true);
    } else if (isWordStart(c)) {
      return word(start);
    } else if (c == '$') {
      return dollar(start);
    }
    position = start + 1;
    return switch (c) {
      case '(' -> Kind.OPEN;
      case ')' -> Kind.CLOSE;
      case ';' -> Kind.SEMICOLON;
      case '\\' -> Kind.BACKSLASH;
      default -> digits(c);
    };
  }

  /**
   * A number swallows what sticks to it, so that in {@code 1e'} or {@code $1} no string begins by
   * mistake.
   */
  private Kind digits(char first) {
    if (first >= '0' && first <= '9') {
      while (isDigitOrDot(charAt(position))) {
        position++;
      }
    }
    return Kind.OTHER;
  }

  private Kind word(int start) {
    position = start + 1;
    while (isWordPart(charAt(position))) {
      position++;
    }
    return Kind.WORD;
  }

  private Kind quoted(int open, char quote, boolean backslashEscapes) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && backslashEscapes) {
        i++;
      } else if (c == quote && charAt(i + 1) == quote) {
        i++;
      } else if (c == quote) {
        position = i + 1;
        return Kind.QUOTED;
      }
    }
    throw new ScriptSyntaxException(lineOf(open), "the quote opened here is never closed");
  }

  private Kind dollar(int start) {
    int end = start + 1;
    if (isTagStart(charAt(end))) {
      while (isTagPart(charAt(end))) {
        end++;
      }
    }
    if (charAt(end) != '$') {
      position = start + 1; // a parameter such as $1, or an operator character
      return Kind.OTHER;
    }
    String tag = text.substring(start, end + 1);
    int close = text.indexOf(tag, end + 1);
    if (close < 0) {
      throw new ScriptSyntaxException(
          lineOf(start), "the body opened by %s is never closed".formatted(tag));
    }
    position = close + tag.length();
    return Kind.QUOTED;
  }

  private void skipBlanks() {
    while (position < text.length()) {
      if (Character.isWhitespace(text.charAt(position)) || text.charAt(position) == '\uFEFF') {
        position++;
      } else if (text.startsWith("--", position)) {
        int lineEnd = text.indexOf('\n', position);
        position = lineEnd < 0 ? text.length() : lineEnd + 1;
      } else if (text.startsWith("/*", position)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    int start = position;
    int depth = 0;
    do {
      if (text.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else if (text.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else if (position < text.length()) {
        position++;
      } else {
        throw new ScriptSyntaxException(lineOf(start), "the comment opened here is never closed");
      }
    } while (depth > 0);
  }

  /** The character there, or NUL, which no SQL text holds, beyond the end. */
  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isTagStart(char c) {
    return isWordStart(c);
  }

  private static boolean isTagPart(char c) {
    return isWordStart(c) || (c >= '0' && c <= '9');
  }

  /** PostgreSQL takes every character beyond ASCII for a letter. */
  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isWordPart(char c) {
    return isTagPart(c) || c == '$';
  }

  private static boolean isDigitOrDot(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }
}
