package dev.schemasync.introspect;

import java.sql.SQLException;

/**
 * Reads the objects of one kind. A reader may look up what those before it in {@link
 * Introspector}'s list have added.
 */
interface CatalogReader {
  /** Adds all objects of the kind. */
  void read(ReadContext context) throws SQLException;
}
