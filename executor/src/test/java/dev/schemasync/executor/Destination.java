package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import dev.schemasync.model.script.Script;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fresh databases as shards, and what happened on them. */
final class Destination implements AutoCloseable {
  private final ImmutableList<TestDatabase> databases;
  private final List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());

  private Destination(ImmutableList<TestDatabase> databases) {
    this.databases = databases;
  }

  /** Shards that are databases of the shared server of that version. */
  static Destination of(int major, int shards) throws SQLException {
    return on(
        Collections.nCopies(shards, PostgresServers.get(major)).toArray(PostgresServer[]::new));
  }

  /** One shard on each of the servers. */
  static Destination on(PostgresServer... servers) throws SQLException {
    ImmutableList.Builder<TestDatabase> databases = ImmutableList.builder();
    for (PostgresServer server : servers) {
      databases.add(server.freshDatabase("executor"));
    }
    return new Destination(databases.build());
  }

  TestDatabase database(int shard) {
    return databases.get(shard);
  }

  ImmutableList<Shard> shards() {
    return IntStream.range(0, databases.size())
        .mapToObj(i -> new Shard(i, "db" + i, databases.get(i)::connect))
        .collect(ImmutableList.toImmutableList());
  }

  /** Runs one script per shard, in their order. */
  RunReport run(ExecutionOptions options, Script... scripts) {
    try (DestinationLock lock = DestinationLock.acquire(shards(), events::add)) {
      Executor executor = new Executor(options, events::add);
      return executor.execute(lock, pair(scripts));
    }
  }

  ImmutableList<ShardScript> pair(Script... scripts) {
    return Streams.zip(shards().stream(), Arrays.stream(scripts), ShardScript::new)
        .collect(ImmutableList.toImmutableList());
  }

  <E extends ExecutionEvent> ImmutableList<E> events(Class<E> type) {
    synchronized (events) {
      return events.stream()
          .flatMap(e -> type.isInstance(e) ? Stream.of(type.cast(e)) : Stream.of())
          .collect(ImmutableList.toImmutableList());
    }
  }

  ExecutionListener listener() {
    return events::add;
  }

  /** The only value of a query. */
  String value(int shard, String sql) throws SQLException {
    return values(shard, sql).getFirst();
  }

  /** The first column of a query. */
  ImmutableList<String> values(int shard, String sql) throws SQLException {
    ImmutableList.Builder<String> values = ImmutableList.builder();
    try (Connection connection = databases.get(shard).connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
    }
    return values.build();
  }

  /** How many tables of that name pattern a shard has. */
  int tables(int shard, String like) throws SQLException {
    return Integer.parseInt(
        value(shard, "SELECT count(*) FROM pg_tables WHERE tablename LIKE '%s'".formatted(like)));
  }

  /** Ends every session in a shard's database but the one that asks. */
  void terminateSessions(int shard) {
    try {
      values(
          shard,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Asserts that no transaction is left open or prepared in any shard. */
  void assertNothingPending() throws SQLException {
    for (int shard = 0; shard < databases.size(); shard++) {
      assertThat(
              values(
                  shard, "SELECT gid FROM pg_prepared_xacts WHERE database = current_database()"))
          .isEmpty();
    }
  }

  @Override
  public void close() throws SQLException {
    for (TestDatabase database : databases) {
      database.close();
    }
  }
}
