package dev.schemasync.executor;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Streams;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.script.Statement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;

/**
 * Keeps the secrets in statements out of what is said about their failure: servers quote values,
 * and drivers whole statements.
 */
final class Secrecy {
  private Secrecy() {}

  /** An error without any secret, and without the one that it stands for. */
  private static final class MaskedException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final transient ServerError error;

    MaskedException(ServerError error) {
      super(error.message(), error.sqlState());
      this.error = error;
    }
  }

  /** What to throw in the place of an error of these statements. */
  static SQLException masked(SQLException exception, Iterable<Statement> statements) {
    ImmutableSortedSet<String> secrets =
        Streams.stream(statements)
            .flatMap(statement -> statement.sql().secrets().stream())
            .map(Secret::reveal)
            .filter(text -> !text.isEmpty())
            .collect(
                // One that holds another goes first.
                toImmutableSortedSet(
                    Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder())));
    return secrets.isEmpty()
        ? exception
        : new MaskedException(ServerError.of(exception).map(text -> masked(text, secrets)));
  }

  private static String masked(String text, Iterable<String> secrets) {
    String masked = text;
    for (String secret : secrets) {
      // As a constant, where it is in a quoted statement.
      masked = masked.replace(secret.replace("'", "''"), Secret.MASK).replace(secret, Secret.MASK);
    }
    return masked;
  }

  /** What the server said, if an exception is one of those that hide something. */
  static Optional<ServerError> said(Throwable exception) {
    return exception instanceof MaskedException masked
        ? Optional.of(masked.error)
        : Optional.empty();
  }
}
