package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries again what failed since somebody changes the schema, a bounded number of times. */
public final class Retry {
  /** How often something is tried. */
  public static final int ATTEMPTS = 5;

  /**
   * What a server says of an object that goes away while it is looked at (or, XX000, of its row),
   * and of a query on a standby that stands in the way of the primary's changes.
   */
  private static final ImmutableSet<String> CHANGE =
      ImmutableSet.of("3F000", "40001", "42703", "42704", "42883", "42P01", "XX000");

  private Retry() {}

  /** Something to try. */
  @FunctionalInterface
  public interface Attempt<T> {
    T make() throws SQLException;
  }

  /**
   * The result of the first attempt that succeeds.
   *
   * @param failed is told of each that fails but for the last
   * @throws SQLException the failure of the last, or one that nobody's change explains
   */
  public static <T> T onChange(Attempt<T> attempt, Consumer<SQLException> failed)
      throws SQLException {
    for (int number = 1; ; number++) {
      try {
        return attempt.make();
      } catch (SQLException e) {
        if (number == ATTEMPTS || !mayComeOfChange(e)) {
          throw e;
        }
        failed.accept(e);
      }
    }
  }

  private static boolean mayComeOfChange(SQLException failure) {
    return Optional.ofNullable(failure.getSQLState()).filter(CHANGE::contains).isPresent();
  }
}
