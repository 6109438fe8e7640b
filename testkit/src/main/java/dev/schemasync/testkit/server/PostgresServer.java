package dev.schemasync.testkit.server;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.script.OnError;
import dev.schemasync.testkit.script.ScriptOutcome;
import dev.schemasync.testkit.script.ScriptRunner;
import dev.schemasync.testkit.script.SqlScript;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/**
 * A running PostgreSQL server and what tests do with it: connect, make databases, run SQL as the
 * superuser. Safe for use by several threads.
 */
public final class PostgresServer implements AutoCloseable {

  /** The database every server has, used to create and drop the others. */
  public static final String MAINTENANCE_DATABASE = "postgres";

  /** What ends a server's life; it is called once. */
  @FunctionalInterface
  interface Shutdown {
    void stop(PostgresServer server);
  }

  private static final Duration REPLAY_TIMEOUT = Duration.ofSeconds(60);

  private final int major;
  private final ServerAddress address;
  private final Shutdown shutdown;
  private final boolean shared;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Set<String> created = new ConcurrentSkipListSet<>();

  private PostgresServer(int major, ServerAddress address, Shutdown shutdown, boolean shared) {
    this.major = major;
    this.address = address;
    this.shutdown = shutdown;
    this.shared = shared;
  }

  /** A private server, not yet asked what it is. */
  PostgresServer(int major, ServerAddress address, Shutdown shutdown) {
    this(major, address, shutdown, false);
  }

  /** The same server, but {@link #close()} leaves it running. */
  PostgresServer shared() {
    return new PostgresServer(major, address, shutdown, true);
  }

  /** The major version, such as 18. */
  public int majorVersion() {
    return major;
  }

  /** The name or address clients connect to. */
  public String host() {
    return address.host();
  }

  /** The TCP port clients connect to. */
  public int port() {
    return address.port();
  }

  /** The name of a role that may do anything. */
  public String superuser() {
    return address.superuser();
  }

  /** The password of {@link #superuser()}; the server checks it only when it was started so. */
  public String superuserPassword() {
    return address.password();
  }

  /** The JDBC URL of a database of this server, without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://%s:%d/%s"
        .formatted(host(), port(), URLEncoder.encode(database, StandardCharsets.UTF_8));
  }

  /** A new connection as the superuser. */
  public Connection connect(String database) throws SQLException {
    return connect(database, superuser(), superuserPassword());
  }

  /** A new connection as that role. */
  public Connection connect(String database, String user, String password) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), user, password);
  }

  /**
   * Creates an empty database from {@code template0}, encoded in UTF-8 and sorted by code point.
   */
  public void createDatabase(String name) throws SQLException {
    try (Connection connection = connectVerbatim(MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      PGConnection quoting = connection.unwrap(PGConnection.class);
      String locale = quoting.escapeLiteral(DatabaseLocale.of(statement));
      statement.execute(
          "CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE '%s' LC_CTYPE '%s'%s"
              .formatted(
                  quoting.escapeIdentifier(name),
                  locale,
                  locale,
                  major >= 15 ? " LOCALE_PROVIDER libc" : ""));
    }
    created.add(name);
  }

  /** Creates a database whose name no other test has; closing the result drops it. */
  public TestDatabase freshDatabase(String prefix) throws SQLException {
    String name = prefix + "_" + UUID.randomUUID().toString().substring(0, 8);
    createDatabase(name);
    return new TestDatabase(this, name);
  }

  /**
   * Drops a database if it exists, with the sessions and the prepared transactions that hold it.
   *
   * @throws SQLException also when a replication slot or a subscription still needs the database
   */
  public void dropDatabase(String name) throws SQLException {
    rollBackPrepared(name);
    try (Connection connection = connectVerbatim(MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      String quoted = connection.unwrap(PGConnection.class).escapeIdentifier(name);
      statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quoted));
    }
    created.remove(name);
  }

  /**
   * Runs each string as the superuser in one session, in autocommit; a string may hold several
   * statements.
   */
  public void execute(String database, String... sql) throws SQLException {
    try (Connection connection = connectVerbatim(database);
        Statement statement = connection.createStatement()) {
      for (String text : sql) {
        statement.execute(text);
      }
    }
  }

  /**
   * Runs a file of plain SQL, such as a dump, as the superuser, and stops at the first error.
   *
   * @throws SQLException when a statement fails; the message names the line
   */
  public ScriptOutcome runScript(String database, Path file) throws IOException, SQLException {
    return runScript(database, SqlScript.read(file), OnError.STOP);
  }

  /**
   * Runs a script as the superuser, statement by statement in autocommit, as {@code psql -f} does.
   */
  public ScriptOutcome runScript(String database, SqlScript script, OnError onError)
      throws SQLException {
    try (Connection connection = connectVerbatim(database)) {
      return ScriptRunner.run(connection, script, onError);
    }
  }

  /** The value of a server setting, as {@code SHOW} prints it. */
  public String setting(String name) throws SQLException {
    try (Connection connection = connect(MAINTENANCE_DATABASE);
        var statement = connection.prepareStatement("SELECT current_setting(?)")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** Waits until this standby has replayed what its primary has written so far. */
  public void awaitReplay(PostgresServer primary) throws SQLException {
    String written;
    try (Connection connection = primary.connect(MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      // Earlier commits may not have been written yet; with one that waits for the disk, they are.
      statement.execute("SET synchronous_commit = local");
      statement.execute("SELECT pg_logical_emit_message(true, 'replay', '')");
      try (ResultSet row = statement.executeQuery("SELECT pg_current_wal_lsn()")) {
        row.next();
        written = row.getString(1);
      }
    }
    try (Connection connection = connect(MAINTENANCE_DATABASE);
        var replayed =
            connection.prepareStatement("SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn")) {
      replayed.setString(1, written);
      long deadline = System.nanoTime() + REPLAY_TIMEOUT.toNanos();
      while (!isTrue(replayed)) {
        if (System.nanoTime() > deadline) {
          throw new PostgresUnavailableException("the standby does not replay " + written);
        }
        Readiness.pause();
      }
    }
  }

  private static boolean isTrue(PreparedStatement question) throws SQLException {
    try (ResultSet row = question.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Stops a private server and removes its files. A shared server goes on until the JVM exits. */
  @Override
  public void close() {
    if (!shared) {
      stop();
    }
  }

  void stop() {
    if (stopped.compareAndSet(false, true)) {
      shutdown.stop(this);
    }
  }

  /** Databases made here and not yet dropped. */
  ImmutableList<String> createdDatabases() {
    return ImmutableList.copyOf(created);
  }

  /**
   * A new connection as the superuser that hands text to the server as it is: the driver does not
   * split or rewrite statements.
   */
  public Connection connectVerbatim(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", superuser());
    properties.setProperty("password", superuserPassword());
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  private void rollBackPrepared(String database) throws SQLException {
    ImmutableList.Builder<String> prepared = ImmutableList.builder();
    try (Connection connection = connect(MAINTENANCE_DATABASE);
        var statement =
            connection.prepareStatement(
                "SELECT gid FROM pg_prepared_xacts WHERE database = ? ORDER BY gid")) {
      statement.setString(1, database);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          prepared.add(rows.getString("gid"));
        }
      }
    }
    // Only a session of the same database may finish a prepared transaction.
    for (String gid : prepared.build()) {
      try (Connection connection = connectVerbatim(database);
          Statement statement = connection.createStatement()) {
        String quoted = connection.unwrap(PGConnection.class).escapeLiteral(gid);
        statement.execute("ROLLBACK PREPARED '%s'".formatted(quoted));
      }
    }
  }
}
