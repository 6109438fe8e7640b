package dev.schemasync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardingKeyTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void isTheHashOfPartitioning(int shards) throws SQLException {
    try (TestDatabase database = PostgresServers.get(18).freshDatabase("hash")) {
      database.execute(
          "CREATE TABLE parted (key bigint) PARTITION BY HASH (key)",
          """
          CREATE TABLE keys AS
              SELECT n AS key FROM generate_series(-500, 500) AS n
              UNION ALL VALUES (-9223372036854775808), (9223372036854775807), (4294967296)
          """);
      for (int shard = 0; shard < shards; shard++) {
        String ours = ShardingKey.condition("key", shard, shards);
        String theirs =
            "satisfies_hash_partition('parted'::regclass, %d, %d, key)".formatted(shards, shard);
        assertThat(count(database, "true")).isEqualTo(1004);
        assertThat(count(database, "(%s) <> (%s)".formatted(ours, theirs))).isZero();
      }
    }
  }

  private static long count(TestDatabase database, String condition) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM keys WHERE " + condition)) {
      row.next();
      return row.getLong(1);
    }
  }
}
