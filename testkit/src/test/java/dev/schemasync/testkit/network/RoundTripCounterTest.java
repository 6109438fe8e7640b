package dev.schemasync.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripCounterTest {
  private final PostgresServer server = PostgresServers.get(18);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void countsOneForEachQuery(int queries) throws Exception {
    try (RoundTripCounter proxy = RoundTripCounter.to(server);
        Connection connection = connect(proxy);
        Statement statement = connection.createStatement()) {
      long before = proxy.roundTrips();
      long sent = proxy.bytesSent();
      long received = proxy.bytesReceived();
      for (int i = 0; i < queries; i++) {
        statement.execute("SELECT " + i);
      }
      assertThat(proxy.roundTrips() - before).isEqualTo(queries);
      assertThat(proxy.bytesSent() - sent).isGreaterThan(queries * (long) "SELECT 0".length());
      assertThat(proxy.bytesReceived() - received).isGreaterThan(queries);
    }
  }

  @Test
  void countsOneForABatch() throws Exception {
    try (RoundTripCounter proxy = RoundTripCounter.to(server);
        Connection connection = connect(proxy);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE t (a int)");
      long before = proxy.roundTrips();
      for (int i = 0; i < 50; i++) {
        statement.addBatch("INSERT INTO t VALUES (%d)".formatted(i));
      }
      statement.executeBatch();
      assertThat(proxy.roundTrips() - before).isEqualTo(1);
    }
  }

  @Test
  void makesEachRoundTripTakeLonger() throws Exception {
    try (RoundTripCounter proxy = RoundTripCounter.to(server, Duration.ofMillis(50));
        Connection connection = connect(proxy);
        Statement statement = connection.createStatement()) {
      long before = proxy.roundTrips();
      long start = System.nanoTime();
      for (int i = 0; i < 4; i++) {
        statement.execute("SELECT 1");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
      assertThat(proxy.roundTrips() - before).isEqualTo(4);
    }
  }

  @Test
  void addsUpConnectionsAndBreaksThemInTheEnd() throws Exception {
    Connection survivor;
    try (RoundTripCounter proxy = RoundTripCounter.to(server);
        Connection other = connect(proxy)) {
      survivor = connect(proxy);
      long before = proxy.roundTrips();
      assertThat(survivor.isValid(1)).isTrue();
      assertThat(other.isValid(1)).isTrue();
      assertThat(proxy.roundTrips() - before).isEqualTo(2);
    }
    assertThat(survivor.isValid(1)).isFalse();
  }

  private Connection connect(RoundTripCounter proxy) throws SQLException {
    return DriverManager.getConnection(
        proxy.jdbcUrl(server, PostgresServer.MAINTENANCE_DATABASE),
        server.superuser(),
        server.superuserPassword());
  }
}
