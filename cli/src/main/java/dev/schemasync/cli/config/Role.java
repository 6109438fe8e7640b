package dev.schemasync.cli.config;

/** {@code role} of a server in its shard. */
public enum Role {
  /** Takes writes. */
  PRIMARY,
  /** Follows a primary; can only be read. */
  REPLICA,
  /** Either of the two; only the server itself knows. */
  AUTO
}
