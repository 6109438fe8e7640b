package dev.schemasync.emitter;

import com.google.common.base.CharMatcher;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.script.Statement.CrossCheck;
import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;

/** Reads statements back with JSqlParser, which knows nothing of the writer. */
final class CrossChecker {
  /** Longer statements would take the parser too long. */
  private static final int LONGEST = 20_000;

  /**
   * In these the parser sees structure even inside a quoted name, and so loses part of the name.
   */
  private static final CharMatcher MISREAD = CharMatcher.anyOf(".[]\"`");

  private CrossChecker() {}

  /**
   * Compares what a text does with what the step says.
   *
   * @throws Rejection if they disagree
   */
  static CrossCheck check(Step step, String text) {
    Optional<Facts> expected = StepFacts.of(step);
    if (expected.isEmpty() || expected.get().names().anyMatch(MISREAD::matchesAnyOf)) {
      return CrossCheck.NOT_COVERED;
    }
    Optional<Facts> parsed = parse(text);
    if (parsed.isEmpty()) {
      return CrossCheck.NOT_PARSED;
    }
    if (!parsed.equals(expected)) {
      throw new Rejection(
          "read back, the statement does not say what the step does: expected %s, read %s"
              .formatted(expected.get(), parsed.get()));
    }
    return CrossCheck.CONFIRMED;
  }

  /** What the text does, unless the parser gives up on it. */
  private static Optional<Facts> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      // Complex parsing means look-ahead without bound, which takes time without bound.
      CCJSqlParser parser = new CCJSqlParser(text).withAllowComplexParsing(false);
      return ParsedFacts.of(parser.Statement());
    } catch (ParseException | RuntimeException | StackOverflowError e) {
      // However it fails: its own faults prove nothing about the text.
      return Optional.empty();
    }
  }
}
