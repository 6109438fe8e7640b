package dev.schemasync.emitter.sql;

import com.google.common.base.CharMatcher;

/**
 * Makes text fit for one line of a comment or a report: a name may hold a line break, and what
 * follows it must not become a statement of the script.
 */
public final class OneLine {
  private static final CharMatcher BREAKS =
      CharMatcher.javaIsoControl().or(CharMatcher.anyOf("\u2028\u2029"));

  private OneLine() {}

  /** The text with each control character replaced by a space. */
  public static String of(String text) {
    return BREAKS.replaceFrom(text, ' ');
  }
}
