package dev.schemasync.emitter.check;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.emitter.sql.Rejection;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Checks that a text is one whole statement of the expected kind: closed strings and brackets, no
 * semicolon outside an SQL-standard body or between the actions of a rule, no comment (which could
 * swallow what follows), the right keywords first.
 */
public final class StatementCheck {
  private static final ImmutableSet<String> OF_RULES =
      ImmutableSet.of("CREATE RULE", "CREATE OR REPLACE RULE");

  private final ImmutableList<Token> tokens;

  /** Whether it may hold several actions in parentheses. */
  private final boolean ofRule;

  private final Deque<Token> brackets = new ArrayDeque<>();

  /** BEGIN ATOMIC and each CASE inside it that still await their END. */
  private int openBlocks;

  private StatementCheck(ImmutableList<Token> tokens, boolean ofRule) {
    this.tokens = tokens;
    this.ofRule = ofRule;
  }

  /**
   * Checks a text.
   *
   * @param keywords those it must begin with, with single spaces
   * @return its tokens
   * @throws Rejection if something is wrong with it
   */
  public static ImmutableList<Token> check(String sql, String keywords) {
    StatementCheck check = new StatementCheck(StatementLexer.lex(sql), OF_RULES.contains(keywords));
    check.beginsWith(keywords);
    for (int i = 0; i < check.tokens.size(); i++) {
      check.token(i);
    }
    check.end();
    return check.tokens;
  }

  private void beginsWith(String keywords) {
    int i = 0;
    for (String word : Splitter.on(' ').split(keywords)) {
      if (i >= tokens.size() || !tokens.get(i).isWord(word)) {
        throw new Rejection("the statement does not begin with " + keywords);
      }
      i++;
    }
  }

  private void token(int index) {
    Token token = tokens.get(index);
    switch (token.kind()) {
      case COMMENT -> throw at("a comment", token);
      case WORD -> word(token, index);
      case SYMBOL -> symbol(token);
      case QUOTED_IDENTIFIER, STRING, NUMBER, PARAMETER -> {}
    }
  }

  private void word(Token word, int index) {
    if (openBlocks > 0) {
      if (word.isWord("CASE")) {
        openBlocks++;
      } else if (word.isWord("END")) {
        openBlocks--;
      }
    } else if (word.isWord("BEGIN")
        && index + 1 < tokens.size()
        && tokens.get(index + 1).isWord("ATOMIC")) {
      openBlocks = 1;
    }
  }

  private void symbol(Token symbol) {
    switch (symbol.text().charAt(0)) {
      case '(', '[' -> brackets.push(symbol);
      case ')' -> close('(', symbol);
      case ']' -> close('[', symbol);
      case ';' -> {
        if (!(openBlocks > 0 && brackets.isEmpty()) && !(ofRule && brackets.size() == 1)) {
          throw at("a second statement after the semicolon", symbol);
        }
      }
      default -> {}
    }
  }

  private void close(char opening, Token closing) {
    if (brackets.isEmpty() || !brackets.pop().isSymbol(opening)) {
      throw at("a '%s' that closes nothing".formatted(closing.text()), closing);
    }
  }

  private void end() {
    if (!brackets.isEmpty()) {
      throw at("a '%s' that nothing closes".formatted(brackets.peek().text()), brackets.peek());
    }
    if (openBlocks > 0) {
      throw new Rejection("the statement has a BEGIN ATOMIC or CASE without END");
    }
  }

  private static Rejection at(String what, Token token) {
    return new Rejection("the statement has %s at position %d".formatted(what, token.position()));
  }
}
