package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

  /** Connecting, the lock and the parse check are counted too. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void roundTripsGrowWithBatches(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    long few = roundTrips(server, 5);
    long many = roundTrips(server, 505);
    assertThat(many - few).as("for 500 statements more").isLessThan(20);
    assertThat(many).as("altogether").isLessThan(60);
  }

  private static long roundTrips(PostgresServer server, int statements) throws Exception {
    try (Destination destination = Destination.on(server);
        RoundTripCounter counter = RoundTripCounter.to(server)) {
      String url = counter.jdbcUrl(server, destination.database(0).name());
      Shard shard =
          new Shard(
              0,
              "behind the counter",
              () ->
                  DriverManager.getConnection(url, server.superuser(), server.superuserPassword()));
      List<String> texts =
          IntStream.range(0, statements)
              .mapToObj(
                  "CREATE TABLE t%d (id bigint NOT NULL, name text DEFAULT 'x' NOT NULL)"
                      ::formatted)
              .collect(ImmutableList.toImmutableList());
      try (DestinationLock lock =
          DestinationLock.acquire(List.of(shard), ExecutionListener.silent())) {
        Executor executor = new Executor(ExecutionOptions.defaults(), ExecutionListener.silent());
        RunReport report =
            executor.execute(lock, List.of(new ShardScript(shard, Scripts.preData(texts))));
        assertThat(report.succeeded()).isTrue();
      }
      return counter.roundTrips();
    }
  }
}
