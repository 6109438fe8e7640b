package dev.schemasync.introspect;

import dev.schemasync.model.server.ServerVersion;
import java.sql.SQLException;

/** The server is older than {@link ServerVersion#OLDEST_MAJOR}. */
public final class UnsupportedServerException extends SQLException {
  private static final long serialVersionUID = 1;

  UnsupportedServerException(String version) {
    super(
        ("the server is PostgreSQL %s, but the oldest supported version is %d; upgrade the server"
                + " first")
            .formatted(version, ServerVersion.OLDEST_MAJOR),
        "0A000");
  }
}
