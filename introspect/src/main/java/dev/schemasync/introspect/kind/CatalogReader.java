package dev.schemasync.introspect.kind;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.query.Query;
import java.sql.SQLException;

/**
 * Reads the objects of one kind. A reader may look up what those before it in the list of {@code
 * Readers} have added.
 */
public interface CatalogReader {
  /** What it asks the server, so that several readers are answered in one round trip. */
  ImmutableList<Query> queries();

  /** Adds all objects of the kind. */
  void read(ReadContext context) throws SQLException;
}
