package dev.schemasync.emitter.check;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.Rejection;

/**
 * Splits a text into tokens as a server does under {@code standard_conforming_strings = on}. It has
 * no part in writing, so that it can find what writing did wrong.
 */
public final class StatementLexer {
  private final String sql;
  private final ImmutableList.Builder<Token> tokens = ImmutableList.builder();
  private int next;

  private StatementLexer(String sql) {
    this.sql = sql;
  }

  /**
   * The tokens of a text, comments included.
   *
   * @throws Rejection if a string, identifier or comment has no end
   */
  public static ImmutableList<Token> lex(String sql) {
    StatementLexer lexer = new StatementLexer(sql);
    while (lexer.next < sql.length()) {
      lexer.token();
    }
    return lexer.tokens.build();
  }

  private void token() {
    char c = sql.charAt(next);
    if (isSpace(c)) {
      next++;
    } else if (c == '\'') {
      end(Token.Kind.STRING, quoted(next, '\'', false));
    } else if (c == '"') {
      end(Token.Kind.QUOTED_IDENTIFIER, quoted(next, '"', false));
    } else if (c == '$') {
      dollar();
    } else if (sql.startsWith("--", next)) {
      int lineEnd = sql.indexOf('\n', next);
      end(Token.Kind.COMMENT, lineEnd < 0 ? sql.length() : lineEnd);
    } else if (sql.startsWith("/*", next)) {
      end(Token.Kind.COMMENT, blockCommentEnd());
    } else if (isWordStart(c)) {
      word();
    } else if (isDigit(c)) {
      end(Token.Kind.NUMBER, numberEnd());
    } else {
      end(Token.Kind.SYMBOL, next + 1);
    }
  }

  /** A word, or a constant that a letter introduces: {@code E'…'}, {@code U&"…"}, {@code X'…'}. */
  private void word() {
    int end = wordEnd(next);
    String word = sql.substring(next, end);
    if (word.equalsIgnoreCase("U") && sql.startsWith("&'", end)) {
      end(Token.Kind.STRING, quoted(end + 1, '\'', false));
    } else if (word.equalsIgnoreCase("U") && sql.startsWith("&\"", end)) {
      end(Token.Kind.QUOTED_IDENTIFIER, quoted(end + 1, '"', false));
    } else if (word.equalsIgnoreCase("E") && sql.startsWith("'", end)) {
      end(Token.Kind.STRING, quoted(end, '\'', true));
    } else if (word.length() == 1 && "bBxXnN".contains(word) && sql.startsWith("'", end)) {
      end(Token.Kind.STRING, quoted(end, '\'', false));
    } else {
      end(Token.Kind.WORD, end);
    }
  }

  /** A string between dollar quotes, a parameter, or a dollar sign on its own. */
  private void dollar() {
    if (next + 1 < sql.length() && isDigit(sql.charAt(next + 1))) {
      end(Token.Kind.PARAMETER, numberEnd());
      return;
    }
    int tagEnd = next + 1;
    if (tagEnd < sql.length() && isWordStart(sql.charAt(tagEnd))) {
      while (tagEnd < sql.length() && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
        tagEnd++;
      }
    }
    if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
      end(Token.Kind.SYMBOL, next + 1);
      return;
    }
    String delimiter = sql.substring(next, tagEnd + 1);
    int close = sql.indexOf(delimiter, tagEnd + 1);
    if (close < 0) {
      throw unterminated("dollar-quoted string", next);
    }
    end(Token.Kind.STRING, close + delimiter.length());
  }

  /** The end of what the quote at {@code open} begins; a doubled quote stands for itself. */
  private int quoted(int open, char quote, boolean backslashEscapes) {
    for (int i = open + 1; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\\' && backslashEscapes) {
        i++;
      } else if (c == quote) {
        if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
          return i + 1;
        }
        i++;
      }
    }
    throw unterminated(quote == '"' ? "quoted identifier" : "string", open);
  }

  private int blockCommentEnd() {
    int depth = 1;
    for (int i = next + 2; i + 1 < sql.length(); i++) {
      if (sql.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (sql.startsWith("*/", i)) {
        depth--;
        if (depth == 0) {
          return i + 2;
        }
        i++;
      }
    }
    throw unterminated("comment", next);
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < sql.length() && isWordPart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private int numberEnd() {
    int end = next + 1;
    while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  private void end(Token.Kind kind, int end) {
    tokens.add(new Token(kind, sql.substring(next, end), next));
    next = end;
  }

  private static Rejection unterminated(String what, int position) {
    return new Rejection("a %s at position %d has no end".formatted(what, position));
  }

  private static boolean isSpace(char c) {
    return " \t\n\r\f\u000B".indexOf(c) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Every character beyond ASCII counts as a letter. */
  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }
}
