package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * The unknown keys that the operator takes responsibility for, as {@code --accept
 * unknown-key[:PATH]} names them.
 *
 * @param values each {@code unknown-key}, for any of them, or {@code unknown-key:PATH}
 */
public record AcceptedKeys(ImmutableSet<String> values) {

  /** What the option calls an unknown key. */
  public static final String CODE = "unknown-key";

  /** Accepts no key. */
  public static final AcceptedKeys NONE = new AcceptedKeys(ImmutableSet.of());

  /** Whether a value of the option is about a key of the configuration. */
  public static boolean isMeant(String value) {
    return value.equals(CODE) || value.startsWith(CODE + ":");
  }

  /** Those values of the option that are about keys. */
  public static AcceptedKeys of(List<String> values) {
    return new AcceptedKeys(
        values.stream().filter(AcceptedKeys::isMeant).collect(toImmutableSet()));
  }

  /** The option that accepts just this key. */
  static String option(Problem unknown) {
    String value = value(unknown);
    boolean safe = value.matches("[\\w.:-]+");
    return "--accept " + (safe ? value : "'" + value.replace("'", "'\\''") + "'");
  }

  /** Whether a problem is an unknown key that is accepted. */
  boolean covers(Problem problem) {
    return problem.kind() == Problem.Kind.UNKNOWN_KEY
        && (values.contains(CODE) || values.contains(value(problem)));
  }

  /** The values that no unknown key needed; a typing error shows there. */
  ImmutableList<String> unused(List<Problem> problems) {
    ImmutableSet<String> unknown =
        problems.stream()
            .filter(problem -> problem.kind() == Problem.Kind.UNKNOWN_KEY)
            .map(AcceptedKeys::value)
            .collect(toImmutableSet());
    return values.stream()
        .filter(value -> value.equals(CODE) ? unknown.isEmpty() : !unknown.contains(value))
        .collect(toImmutableList());
  }

  private static String value(Problem unknown) {
    return CODE + ":" + unknown.path();
  }
}
