package dev.schemasync.demo;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multisets;
import dev.schemasync.testkit.script.ScriptItem;
import dev.schemasync.testkit.script.SqlScript;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The script that a dry run printed.
 *
 * @param text all of it
 * @param statements in order, without the lines that only frame them
 */
record DryRun(Stage stage, String text, ImmutableList<ScriptItem> statements) {

  private static final int EXCERPT_LINES = 16;
  private static final int EXCERPT_WIDTH = 90;

  /** Statements that frame others: they establish nothing. */
  private static final ImmutableSet<String> FRAME = ImmutableSet.of("BEGIN", "COMMIT", "SET");

  /** Words between a verb and its object that say how, not what. */
  private static final ImmutableSet<String> ADVERBS =
      ImmutableSet.of("UNIQUE", "CONCURRENTLY", "ONLY", "OR", "REPLACE", "IF", "NOT", "EXISTS");

  private static final ImmutableSet<String> VERBS_WITH_OBJECT =
      ImmutableSet.of("CREATE", "ALTER", "REFRESH");

  private static final Splitter WORDS = Splitter.onPattern("\\s+|\\(").omitEmptyStrings().limit(7);

  static DryRun of(Stage stage, String text) {
    return new DryRun(
        stage,
        text,
        SqlScript.parse(text).items().stream()
            .filter(item -> !FRAME.contains(firstWord(item)))
            .collect(toImmutableList()));
  }

  /** How many statements there are, for people. */
  String size() {
    return switch (statements.size()) {
      case 0 -> "nothing to do";
      case 1 -> "1 statement";
      default -> statements.size() + " statements";
    };
  }

  /** How many of the statements refresh a materialized view, which every cutover does. */
  long refreshes() {
    return statements.stream()
        .filter(item -> headline(item).equals(Stage.CUTOVER.showpiece()))
        .count();
  }

  /** How many lines the script has. */
  long lineCount() {
    return text.lines().count();
  }

  /** The statements by what they do, most frequent first: {@code 20 CREATE TABLE, 3 GRANT}. */
  ImmutableList<String> summary() {
    ImmutableMultiset<String> headlines =
        statements.stream().map(DryRun::headline).collect(ImmutableMultiset.toImmutableMultiset());
    return Multisets.copyHighestCountFirst(headlines).entrySet().stream()
        .map(entry -> entry.getCount() + " " + entry.getElement())
        .collect(toImmutableList());
  }

  /** Some lines that give an impression, from the stage's showpiece on; long ones are cut. */
  ImmutableList<String> excerpt() {
    ImmutableList<String> lines = text.lines().collect(toImmutableList());
    int first =
        statements.stream()
            .filter(item -> headline(item).equals(stage.showpiece()))
            .filter(item -> item.sql().contains(Stage.SHOWN))
            .findFirst()
            .or(() -> statements.stream().findFirst())
            .map(item -> item.line() - 1)
            .orElse(0);
    return lines.subList(first, Math.min(first + EXCERPT_LINES, lines.size())).stream()
        .map(line -> Ascii.truncate(line, EXCERPT_WIDTH, " ..."))
        .collect(toImmutableList());
  }

  private static String firstWord(ScriptItem item) {
    return WORDS.split(item.sql()).iterator().next();
  }

  private static String headline(ScriptItem item) {
    List<String> words = WORDS.splitToList(item.sql());
    if (!VERBS_WITH_OBJECT.contains(words.getFirst())) {
      return words.getFirst();
    }
    return words.stream()
        .takeWhile(word -> word.chars().allMatch(c -> c >= 'A' && c <= 'Z'))
        .filter(word -> !ADVERBS.contains(word))
        .limit(3)
        .collect(Collectors.joining(" "));
  }
}
