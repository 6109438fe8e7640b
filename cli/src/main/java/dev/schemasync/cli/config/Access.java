package dev.schemasync.cli.config;

/** What a connection is for. */
public enum Access {
  READ,
  /** Only a primary will do. */
  WRITE
}
