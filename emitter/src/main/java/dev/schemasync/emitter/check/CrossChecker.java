package dev.schemasync.emitter.check;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.model.script.Statement.CrossCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;

/**
 * Reads statements back with JSqlParser, which knows nothing of the writer. Parsing takes most of
 * the time of emitting, so of statements that differ in names and strings only, one is parsed. Safe
 * for use by several threads.
 */
public final class CrossChecker {
  /** Longer statements would take the parser too long. */
  private static final int LONGEST = 20_000;

  /**
   * In these the parser sees structure even inside a quoted name, and so loses part of the name.
   */
  private static final CharMatcher MISREAD = CharMatcher.anyOf(".[]\"`");

  /** What the parser made of each shape. */
  private final Map<String, Optional<Facts>> parsed = new HashMap<>();

  /**
   * Compares what a text does with what the step says.
   *
   * @param said by the step, if the parser can judge it
   * @param tokens those of the text
   * @param written names in the text that need not be told apart from others, besides those of the
   *     step; more of them make fewer shapes, never another result
   * @throws Rejection if they disagree
   */
  public CrossCheck check(
      Optional<Facts> said, String text, ImmutableList<Token> tokens, Set<String> written) {
    if (said.isEmpty()) {
      return CrossCheck.NOT_COVERED;
    }
    Shape shape = Shape.of(text, tokens, Sets.union(names(said.get()), written));
    Facts expected = said.get().renamed(shape::rename);
    if (expected.names().anyMatch(MISREAD::matchesAnyOf)) {
      return CrossCheck.NOT_COVERED;
    }
    Optional<Facts> read = read(shape.text());
    if (read.isEmpty()) {
      return CrossCheck.NOT_PARSED;
    }
    if (!read.get().equals(expected)) {
      throw new Rejection(
          "read back, the statement does not say what the step does: expected %s, read %s"
              .formatted(said.get(), parse(text).orElseGet(read::get)));
    }
    return CrossCheck.CONFIRMED;
  }

  /** How many shapes the parser has seen. */
  public int shapes() {
    synchronized (parsed) {
      return parsed.size();
    }
  }

  /** What the parser makes of a shape; two threads that meet at a new one both ask it. */
  private Optional<Facts> read(String shape) {
    Optional<Facts> known;
    synchronized (parsed) {
      known = parsed.get(shape);
    }
    if (known == null) {
      known = parse(shape);
      synchronized (parsed) {
        parsed.put(shape, known);
      }
    }
    return known;
  }

  private static ImmutableSet<String> names(Facts facts) {
    return facts.names().filter(n -> !n.equals(Facts.EXPRESSION)).collect(toImmutableSet());
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
