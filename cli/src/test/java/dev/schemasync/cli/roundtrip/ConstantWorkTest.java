package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.sync.Clusters.Endpoint;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.network.RoundTripCounter;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a run waits for a server, by the size of the schema. */
class ConstantWorkTest {
  /**
   * What a run of pre-data and one more waited for.
   *
   * @param source round trips to the source on the connection that reads it: another one looks for
   *     locks if that takes longer than a second
   * @param shards round trips to both shards
   * @param sourceAgain the same in the second run
   * @param shardsAgain round trips to both shards in the second run
   */
  private record Waits(long source, long shards, long sourceAgain, long shardsAgain) {}

  static Stream<Integer> majors() {
    return Majors.selected().stream();
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void roundTripsDoNotGrowWithTheNumberOfTables(int major) throws Exception {
    PostgresServer server = PostgresServers.get(major);
    Waits ten = waits(server, 10);
    Waits hundred = waits(server, 100);
    Waits thousand = waits(server, 1_000);

    assertThat(ten.source()).as("round trips to the source").isEqualTo(thousand.source());
    assertThat(thousand.shards() - hundred.shards())
        .as("round trips to the shards for 900 tables more, at least 3,600 statements on each")
        .isLessThan(400);
    // A second run makes nothing; each check is printed anew by the shards, so all are probed.
    assertThat(ten.sourceAgain()).as("round trips to the source").isEqualTo(thousand.sourceAgain());
    assertThat(thousand.shardsAgain() - hundred.shardsAgain())
        .as("round trips to the shards to probe 1,800 texts more, twice on each")
        .isBetween(1L, 200L);
  }

  /** What was sent to all servers, statements and questions, and what they answered, in bytes. */
  private record Traffic(long sent, long received) {
    static Traffic of(RoundTripCounter counter) {
      return new Traffic(counter.bytesSent(), counter.bytesReceived());
    }

    Traffic since(Traffic before) {
      return new Traffic(sent - before.sent, received - before.received);
    }
  }

  /** A script that is printed, the stages, and each of them again, when there is nothing to do. */
  @Test
  void twiceTheSchemaIsAtMostTwiceTheTraffic() throws Exception {
    List<Traffic> once = traffic(30);
    List<Traffic> twice = traffic(60);
    for (int run = 0; run < once.size(); run++) {
      assertThat(twice.get(run).sent())
          .as("bytes sent by run %d, %s by half the schema", run, once.get(run))
          .isLessThanOrEqualTo(2 * once.get(run).sent());
      assertThat(twice.get(run).received())
          .as("bytes received by run %d, %s by half the schema", run, once.get(run))
          .isLessThanOrEqualTo(2 * once.get(run).received());
    }
  }

  private static List<Traffic> traffic(int tables) throws Exception {
    PostgresServer server = PostgresServers.get(18);
    try (RoundTripCounter counter = RoundTripCounter.to(server)) {
      Endpoint endpoint = new Endpoint(counter.host(), counter.port());
      try (RoundTripClusters clusters = RoundTripClusters.on(server, endpoint, endpoint)) {
        clusters.source().execute(script(tables), hanging(tables));
        clusters.publishAll();
        List<Traffic> runs = new ArrayList<>();
        runs.add(
            traffic(
                counter,
                () -> clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING, "--dry-run")));
        for (Stage stage : Stage.values()) {
          runs.add(
              traffic(counter, () -> clusters.mustSucceed(stage, RoundTripClusters.EVERYTHING)));
        }
        for (Stage stage : Stage.values()) {
          runs.add(
              traffic(counter, () -> clusters.mustSucceed(stage, RoundTripClusters.EVERYTHING)));
        }
        return runs;
      }
    }
  }

  private static Traffic traffic(RoundTripCounter counter, Runnable run)
      throws InterruptedException {
    settled(counter);
    Traffic before = Traffic.of(counter);
    run.run();
    settled(counter);
    return Traffic.of(counter).since(before);
  }

  /** What every table of {@link #script} has that is made after the data. */
  private static String hanging(int tables) {
    return """
    DO $do$
    BEGIN
      FOR i IN 1..%d LOOP
        EXECUTE format('CREATE VIEW v%%1$s AS SELECT a FROM t%%1$s', i);
        EXECUTE format('CREATE MATERIALIZED VIEW m%%1$s AS SELECT a FROM v%%1$s', i);
        EXECUTE format('CREATE INDEX ON t%%1$s (lower(a))', i);
        EXECUTE format('ALTER TABLE t%%1$s ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES t1', i);
      END LOOP;
    END $do$
    """
        .formatted(tables);
  }

  private static Waits waits(PostgresServer server, int tables) throws Exception {
    try (RoundTripCounter toSource = RoundTripCounter.to(server);
        RoundTripCounter toShards = RoundTripCounter.to(server);
        RoundTripClusters clusters =
            RoundTripClusters.on(
                server,
                new Endpoint(toSource.host(), toSource.port()),
                new Endpoint(toShards.host(), toShards.port()))) {
      clusters.source().execute(script(tables));
      clusters.publishAll();

      clusters.mustSucceed(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      long shards = settled(toShards);
      settled(toSource);
      int connections = toSource.byConnection().size();
      clusters.mustSucceed(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);
      long shardsAgain = settled(toShards) - shards;
      settled(toSource);
      List<Long> all = toSource.byConnection();
      return new Waits(
          Collections.max(all.subList(0, connections)),
          shards,
          Collections.max(all.subList(connections, all.size())),
          shardsAgain);
    }
  }

  /**
   * Each table brings a sequence, an owner, a key, a check and a comment. The check is printed in
   * other words when it is created from what was printed.
   */
  private static String script(int tables) {
    return """
    DO $do$
    BEGIN
      FOR i IN 1..%d LOOP
        EXECUTE format('CREATE TABLE t%%s (id serial PRIMARY KEY, a varchar CHECK (a IN (''x'', ''y'')))', i);
        EXECUTE format('COMMENT ON TABLE t%%s IS ''one of many''', i);
        EXECUTE format('ALTER TABLE t%%s OWNER TO app_owner', i);
      END LOOP;
    END $do$
    """
        .formatted(tables);
  }

  /** The count once the farewells of closed connections have arrived. */
  private static long settled(RoundTripCounter counter) throws InterruptedException {
    long before;
    long now = counter.roundTrips();
    do {
      before = now;
      Thread.sleep(200);
      now = counter.roundTrips();
    } while (now != before);
    return now;
  }
}
