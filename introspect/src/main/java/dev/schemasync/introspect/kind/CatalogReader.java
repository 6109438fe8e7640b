package dev.schemasync.introspect.kind;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import java.sql.SQLException;

/**
 * Reads the objects of one kind. A reader may look up what those before it in the list of {@code
 * Readers} have added.
 */
public interface CatalogReader {
  /** What it asks the server, so that several readers are answered in one round trip. */
  ImmutableList<Query> queries();

  /**
   * What its objects are read from. Where nothing of it is present neither the queries nor the
   * reader run; they always do if this is empty.
   */
  ImmutableSet<Presence> source();

  /** Adds all objects of the kind. */
  void read(ReadContext context) throws SQLException;
}
