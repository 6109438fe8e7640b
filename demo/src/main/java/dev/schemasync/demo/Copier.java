package dev.schemasync.demo;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Copies the rows of a source to its shards, which PgDog does between the stages: each row to the
 * shard of its key, the rows of omnisharded tables to every shard, those of a partitioned table
 * through its root.
 *
 * <p>The rows pass through as the bytes that the source sends, never decoded. They are in COPY's
 * text format: the binary one holds the OIDs of types inside arrays and composite values, which are
 * different on each server.
 */
final class Copier {
  private final Servers servers;
  private final ImmutableList<SampleTable> tables;

  Copier(Servers servers, ImmutableList<SampleTable> tables) {
    this.servers = servers;
    this.tables = tables;
  }

  /** Fills all shards at once; the result has, by shard number, how many rows each table got. */
  ImmutableList<ImmutableMap<SampleTable, Long>> copy() throws SQLException {
    return AtOnce.map(
        IntStream.range(0, servers.shards().size()).boxed().toList(), this::copyToShard);
  }

  private ImmutableMap<SampleTable, Long> copyToShard(int shard) throws SQLException {
    try (Connection source = servers.source().connect();
        Connection destination = servers.shards().get(shard).connect();
        Statement statement = destination.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      destination.setAutoCommit(false);
      ImmutableMap.Builder<SampleTable, Long> rows = ImmutableMap.builder();
      for (SampleTable table : tables) {
        String condition = ShardingKey.condition(table, shard, servers.shards().size());
        rows.put(table, copy(source, destination, table, condition));
      }
      destination.commit();
      return rows.buildOrThrow();
    }
  }

  private static long copy(
      Connection source, Connection destination, SampleTable table, String condition)
      throws SQLException {
    String read =
        "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT"
            .formatted(table.columns(), table.sql(), condition);
    String write = "COPY %s (%s) FROM STDIN".formatted(table.sql(), table.columns());
    CopyOut out = copyManager(source).copyOut(read);
    CopyIn in = copyManager(destination).copyIn(write);
    try {
      for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
        in.writeToCopy(row, 0, row.length);
      }
      return in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
  }

  private static CopyManager copyManager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }
}
