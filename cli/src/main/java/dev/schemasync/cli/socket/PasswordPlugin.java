package dev.schemasync.cli.socket;

import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * The password for a server that asks for one. That none is configured is a fault of the files,
 * where the driver itself would tell of a connection that was rejected.
 */
public final class PasswordPlugin implements AuthenticationPlugin {
  private final Optional<String> password;

  /** Called by the driver, with what it was given and what it found, as in {@code ~/.pgpass}. */
  public PasswordPlugin(Properties properties) {
    this.password =
        Optional.ofNullable(properties.getProperty("password")).filter(word -> !word.isEmpty());
  }

  @Override
  public char @Nullable [] getPassword(AuthenticationRequestType type) throws PSQLException {
    return password
        .orElseThrow(
            () ->
                new PSQLException(
                    "the server asks for a password, and none is configured",
                    PSQLState.INVALID_PASSWORD))
        .toCharArray();
  }
}
