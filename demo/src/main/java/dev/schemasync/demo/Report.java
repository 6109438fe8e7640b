package dev.schemasync.demo;

import com.google.common.base.Stopwatch;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Writes what the demonstration has to tell: numbered sections with text, excerpts and tables. */
final class Report {
  private static final int WIDTH = 96;
  private static final String INDENT = "   ";

  /** What happens in a section. */
  @FunctionalInterface
  interface Body {
    void run() throws IOException, SQLException, StageFailedException;
  }

  private enum Style {
    BOLD("1"),
    DIM("2"),
    GOOD("32"),
    BAD("31");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  private final PrintStream out;
  private final boolean colour;
  private final Stopwatch watch = Stopwatch.createUnstarted();
  private int sections;
  private volatile boolean silent;

  /**
   * @param colour whether the reader's terminal understands escape sequences
   */
  Report(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /** A duration for people. */
  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
  }

  /** A section and the time that it took. */
  void section(String title, Body body) throws IOException, SQLException, StageFailedException {
    if (out.checkError()) {
      throw new IOException("nobody can read it");
    }
    start(title);
    body.run();
    end();
  }

  /** Begins the next section. */
  void start(String title) {
    sections++;
    heading(sections + ". " + title);
    watch.reset().start();
  }

  /** Ends a section with the time that it took. */
  void end() {
    print(styled(Style.DIM, Strings.padStart(seconds(watch.elapsed()), WIDTH, ' ')));
  }

  /** A heading without a number. */
  void heading(String title) {
    print("");
    print(styled(Style.BOLD, Strings.padEnd("== %s ".formatted(title), WIDTH, '=')));
  }

  /** A line of text. */
  @FormatMethod
  void line(String format, Object... arguments) {
    print(INDENT + format.formatted(arguments));
  }

  /** An empty line. */
  void blank() {
    print("");
  }

  /** Items one after the other, in as many lines as they need. */
  void list(Iterable<String> items) {
    StringBuilder line = new StringBuilder();
    for (String item : items) {
      if (line.length() > 0 && INDENT.length() + line.length() + item.length() + 2 > WIDTH) {
        line("%s,", line);
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : ", ").append(item);
    }
    line("%s", line);
  }

  /** Something that went as it should. */
  void good(String text) {
    print(INDENT + styled(Style.GOOD, text));
  }

  /** Something that did not. */
  void bad(String text) {
    print(INDENT + styled(Style.BAD, text));
  }

  /** A command to type. */
  void command(String text) {
    print(INDENT + "  " + styled(Style.BOLD, text));
  }

  /** Lines that somebody else wrote. */
  void quote(Iterable<String> lines) {
    lines.forEach(line -> print(styled(Style.DIM, INDENT + "| ") + line.stripTrailing()));
  }

  /** A table; a result at the end of a line may be coloured. */
  void table(TextTable table) {
    ImmutableList<String> lines = table.lines();
    print(INDENT + styled(Style.BOLD, lines.getFirst()));
    lines.stream().skip(1).forEach(line -> print(INDENT + line));
  }

  /** From now on only {@link #lastWords} are printed. */
  void silence() {
    silent = true;
  }

  /** What is printed in any case. */
  void lastWords(String text) {
    out.println();
    out.println(INDENT + text);
  }

  private void print(String line) {
    if (!silent) {
      out.println(line);
    }
  }

  private String styled(Style style, String text) {
    return colour ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
  }
}
