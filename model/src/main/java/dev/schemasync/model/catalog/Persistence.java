package dev.schemasync.model.catalog;

/** {@code pg_class.relpersistence}; temporary relations are never copied. */
public enum Persistence {
  PERMANENT,
  UNLOGGED
}
