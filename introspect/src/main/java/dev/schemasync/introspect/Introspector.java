package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Queries;
import dev.schemasync.introspect.query.Queries.Pace;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.introspect.query.SessionSettings;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.model.server.Snapshot;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * Reads the schema of the database that a connection is open to.
 *
 * <p>The number of queries is the same for every database. Any user may ask; what only privileged
 * users can read, the values of sequences, is left out for the others.
 */
public final class Introspector {
  private Introspector() {}

  /**
   * Reads the schema as it is at one moment, in silence, and all that can be asked.
   *
   * @param connection without an open transaction; it is left as it was
   * @see #read(Connection, Inquiry, ReadObserver)
   */
  public static Snapshot read(Connection connection) throws SQLException {
    return read(connection, Inquiry.DESTINATION, ReadObserver.NOBODY);
  }

  /**
   * Reads the schema as it is at one moment, in transactions of its own that write nothing. If it
   * is changed meanwhile it is read again, up to five times.
   *
   * <p>Limits that the server, the database or the role sets to sessions and queries do not apply;
   * a {@code statement_timeout} and a {@code lock_timeout} that came with the connection do.
   * Without the latter a lock is waited for up to two minutes.
   *
   * @param connection without an open transaction; it is left as it was
   * @throws UnsupportedServerException if the server is too old
   * @throws SchemaChangedException if the schema was changed each time while it was read
   * @throws LockedException if somebody has a lock that is needed, and keeps it
   * @throws SQLException if the server refuses a query or is lost
   */
  public static Snapshot read(Connection connection, Inquiry inquiry, ReadObserver observer)
      throws SQLException {
    return read(connection, inquiry, observer, Pace.TOGETHER);
  }

  static Snapshot read(Connection connection, Inquiry inquiry, ReadObserver observer, Pace pace)
      throws SQLException {
    return new ConsistentRead(connection, supportedMajor(connection), inquiry, observer, pace)
        .read();
  }

  /**
   * What the server prints for the probes that the open transaction has made, by their names.
   *
   * @param connection with autocommit off
   * @throws SQLException if the server refuses a query or is lost
   */
  public static ImmutableMap<QualifiedName, SqlText> readProbes(Connection connection)
      throws SQLException {
    Queries queries = new Queries(connection, supportedMajor(connection));
    try (SessionSettings _ = SessionSettings.apply(connection, queries)) {
      ImmutableMap.Builder<QualifiedName, SqlText> printed = ImmutableMap.builder();
      for (Row row : queries.rows(Query.PROBE)) {
        printed.put(row.name(), new SqlText(row.text("text")));
      }
      return printed.buildOrThrow();
    }
  }

  /**
   * Reads in the transaction that is open on the connection, without ending it: what the
   * transaction has done so far is seen. Its settings are as before afterwards. It is one snapshot
   * only if the transaction is REPEATABLE READ and nobody else changes the schema. Values of
   * sequences are left out: reading them would keep a lock on each; so is what could be installed.
   *
   * @param connection with autocommit off
   * @throws UnsupportedServerException if the server is too old
   * @throws SQLException if the server refuses a query or is lost
   */
  public static Snapshot readWithin(Connection connection) throws SQLException {
    Queries queries = new Queries(connection, supportedMajor(connection));
    try (SessionSettings _ = SessionSettings.apply(connection, queries)) {
      ReadContext context = new ReadContext(queries, ImmutableList.of());
      context.readAll(Readers.ALL, ReadObserver.NOBODY::onProgress);
      return context.snapshot();
    }
  }

  private static int supportedMajor(Connection connection) throws SQLException {
    DatabaseMetaData server = connection.getMetaData();
    return checkMajor(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
  }

  static int checkMajor(int major, String version) throws UnsupportedServerException {
    if (major < ServerVersion.OLDEST_MAJOR) {
      throw new UnsupportedServerException(version);
    }
    return major;
  }
}
