package dev.schemasync.emitter.check;

/**
 * A lexical element of a statement (manual, "Lexical Structure").
 *
 * @param position of its first character in the statement, from 0
 */
public record Token(Kind kind, String text, int position) {
  enum Kind {
    /** A keyword, or an identifier without quotes. */
    WORD,
    QUOTED_IDENTIFIER,
    STRING,
    NUMBER,
    /** {@code $1}. */
    PARAMETER,
    COMMENT,
    /** Any other character, on its own. */
    SYMBOL
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }
}
