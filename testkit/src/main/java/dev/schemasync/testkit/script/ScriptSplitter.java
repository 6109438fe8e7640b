package dev.schemasync.testkit.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.testkit.script.SqlLexer.Kind;
import dev.schemasync.testkit.script.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text at the semicolons that end statements, and takes the rows of COPY along. */
final class ScriptSplitter {

  private static final ImmutableSet<String> SKIPPED_COMMANDS =
      ImmutableSet.of("connect", "restrict", "set", "unrestrict");
  private static final String END_OF_ROWS = "\\.";

  private final String text;
  private final SqlLexer lexer;
  private final ImmutableList.Builder<ScriptItem> items = ImmutableList.builder();

  ScriptSplitter(String text) {
    this.text = text;
    this.lexer = new SqlLexer(text);
  }

  ImmutableList<ScriptItem> split() {
    LineCounter lines = new LineCounter(text);
    for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
      if (token.kind() == Kind.BACKSLASH) {
        skipCommand(token);
      } else if (token.kind() != Kind.SEMICOLON) {
        statement(token, lines.at(token.start()));
      }
    }
    return items.build();
  }

  private void statement(Token first, int line) {
    StatementShape shape = new StatementShape();
    int end = first.start();
    for (Token token = first; ; token = lexer.next()) {
      if (token.kind() == Kind.BACKSLASH) {
        throw new ScriptSyntaxException(
            lexer.lineOf(token.start()), "a psql command inside a statement is not supported");
      }
      if (token.kind() == Kind.END || (token.kind() == Kind.SEMICOLON && shape.isComplete())) {
        if (!shape.isComplete()) {
          throw new ScriptSyntaxException(line, "the statement that starts here never ends");
        }
        break;
      }
      shape.accept(token.kind(), text.substring(token.start(), token.end()));
      end = token.end();
    }
    String sql = text.substring(first.start(), end);
    items.add(
        shape.isCopyFromStdin()
            ? new ScriptItem.CopyIn(line, sql, rows(line))
            : new ScriptItem.Statement(line, sql));
  }

  /** The lines after the current one up to the one that says the rows end. */
  private String rows(int line) {
    int start = nextLine(lexer.position());
    for (int from = start; from < text.length(); from = nextLine(from)) {
      int next = nextLine(from);
      if (text.substring(from, next).stripTrailing().equals(END_OF_ROWS)) {
        lexer.moveTo(next);
        return text.substring(start, from);
      }
    }
    throw new ScriptSyntaxException(
        line, "the rows of this COPY do not end with a line " + END_OF_ROWS);
  }

  private void skipCommand(Token backslash) {
    int end = nextLine(backslash.start());
    String command = text.substring(backslash.end(), end).split("\\s", 2)[0];
    if (!SKIPPED_COMMANDS.contains(command)) {
      throw new ScriptSyntaxException(
          lexer.lineOf(backslash.start()),
          "the psql command \\%s is not supported; only plain SQL is".formatted(command));
    }
    lexer.moveTo(end);
  }

  private int nextLine(int position) {
    int lineEnd = text.indexOf('\n', position);
    return lineEnd < 0 ? text.length() : lineEnd + 1;
  }

  /** Lines of growing positions, in one pass over the text. */
  private static final class LineCounter {
    private final String text;
    private int counted;
    private int line = 1;

    LineCounter(String text) {
      this.text = text;
    }

    int at(int position) {
      for (; counted < position; counted++) {
        if (text.charAt(counted) == '\n') {
          line++;
        }
      }
      return line;
    }
  }

  /**
   * What the tokens so far say about the statement: whether a semicolon may end it, and whether
   * rows follow.
   */
  private static final class StatementShape {
    private final List<String> words = new ArrayList<>();
    private int parentheses;
    private int blocks;

    void accept(Kind kind, String token) {
      switch (kind) {
        case OPEN -> parentheses++;
        case CLOSE -> parentheses = Math.max(0, parentheses - 1);
        case WORD -> word(token.toLowerCase(Locale.ROOT));
        // A name in quotes keeps its place, but is no keyword.
        case QUOTED -> words.add("");
        case SEMICOLON, BACKSLASH, OTHER, END -> {}
      }
    }

    boolean isComplete() {
      return parentheses == 0 && blocks == 0;
    }

    boolean isCopyFromStdin() {
      int from = words.lastIndexOf("from");
      return !words.isEmpty()
          && words.getFirst().equals("copy")
          && from >= 0
          && from + 1 < words.size()
          && words.get(from + 1).equals("stdin");
    }

    /** Only a routine's SQL body, BEGIN ATOMIC … END, holds semicolons; CASE has an END too. */
    private void word(String word) {
      if (blocks > 0) {
        switch (word) {
          case "begin", "case" -> blocks++;
          case "end" -> blocks--;
          default -> {}
        }
      } else if (parentheses == 0) {
        if (word.equals("atomic") && createsRoutine() && words.getLast().equals("begin")) {
          blocks++;
        }
        words.add(word);
      }
    }

    private boolean createsRoutine() {
      List<String> start = words.subList(0, Math.min(4, words.size()));
      return !start.isEmpty()
          && start.getFirst().equals("create")
          && (start.contains("function") || start.contains("procedure"));
    }
  }
}
