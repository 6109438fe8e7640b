package dev.schemasync.cli.config;

import com.google.common.base.CharMatcher;
import java.util.Comparator;

/**
 * One thing that is wrong in the configuration.
 *
 * @param file the file as the user named it, or where else the value came from
 * @param line from 1; 0 when no line is to blame
 * @param column from 1; 0 when no line is to blame
 * @param path the key, for example {@code databases[0].host}; empty when no key is to blame
 * @param message what is wrong
 * @param remedy what to do about it; empty when the message says it
 * @param kind whether the operator may let it pass
 */
public record Problem(
    String file, int line, int column, String path, String message, String remedy, Kind kind) {

  /** What a problem is. */
  public enum Kind {
    ERROR,
    /** A key that no schema here has. A newer PgDog may have it, so it can be accepted. */
    UNKNOWN_KEY
  }

  Problem(String file, int line, int column, String path, String message, String remedy) {
    this(file, line, column, path, message, remedy, Kind.ERROR);
  }

  /** Order within one file. */
  static final Comparator<Problem> BY_POSITION =
      Comparator.comparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::path)
          .thenComparing(Problem::message);

  static Problem at(Location location, String path, String message, String remedy) {
    return new Problem(location.file(), location.line(), location.column(), path, message, remedy);
  }

  /** One line, unless the remedy shows lines to add to a file; names in it keep to that line. */
  @Override
  public String toString() {
    return new Location(file, line, column)
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + CharMatcher.javaIsoControl().replaceFrom(message, '\uFFFD')
        + (remedy.isEmpty() ? "" : "; " + remedy);
  }
}
