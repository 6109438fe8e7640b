package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.model.server.Snapshot;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the schema of the database that a connection is open to.
 *
 * <p>The number of queries is the same for every database. Any user may ask; what only privileged
 * users can read, the values of sequences, is left out for the others.
 */
public final class Introspector {
  /** One reader per kind. A reader sees what those before it have added. */
  private static final ImmutableList<CatalogReader> READERS =
      ImmutableList.of(
          new SchemaReader(),
          new ExtensionReader(),
          new EnumReader(),
          new DomainReader(),
          new CompositeTypeReader(),
          new RoutineReader(),
          new AggregateReader(),
          new SequenceReader(),
          new TableReader(),
          new ViewReader(),
          new MaterializedViewReader(),
          new KeyReader(),
          new CheckReader(),
          new ForeignKeyReader(),
          new IndexReader(),
          new TriggerReader(),
          new PublicationReader(),
          new RelationStateReader(),
          new UnsupportedReader());

  private Introspector() {}

  /**
   * Reads in a transaction of its own, which is REPEATABLE READ and READ ONLY.
   *
   * @param connection without an open transaction; it is left as it was
   * @throws UnsupportedServerException if the server is too old
   * @throws SQLException if the server refuses a query or is lost
   */
  public static Snapshot read(Connection connection) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        Transaction _ = () -> end(connection, autoCommit)) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      return readWithin(connection);
    }
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
   * only if the transaction is REPEATABLE READ or nobody else changes the schema.
   *
   * @param connection with autocommit off
   * @throws UnsupportedServerException if the server is too old
   * @throws SQLException if the server refuses a query or is lost
   */
  public static Snapshot readWithin(Connection connection) throws SQLException {
    Queries queries = new Queries(connection, supportedMajor(connection));
    try (SessionSettings _ = SessionSettings.apply(connection, queries)) {
      ReadContext context = new ReadContext(queries);
      for (CatalogReader reader : READERS) {
        reader.read(context);
      }
      return context.snapshot();
    }
  }

  /** What is open between the first and the last statement. */
  private interface Transaction extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  private static void end(Connection connection, boolean autoCommit) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(autoCommit);
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
