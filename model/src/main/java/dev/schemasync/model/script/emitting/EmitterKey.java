package dev.schemasync.model.script.emitting;

/**
 * The right to make {@link dev.schemasync.model.script.Sql}. This package is exported to the
 * emitter alone, so no other module can turn a string into a statement.
 */
public enum EmitterKey {
  KEY
}
