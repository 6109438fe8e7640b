package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.testkit.corpus.Corpus;
import dev.schemasync.testkit.dump.PgDump;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas of real applications, judged by {@code pg_dump}. */
class CorpusTest {
  /** Of the servers in use everywhere the one whose {@code pg_dump} is most often installed. */
  private static final int MAJOR = 15;

  /** Tables without a key are common in them. */
  private static final String[] OPTIONS = {"--accept", "no-replica-identity"};

  @ParameterizedTest
  @ValueSource(
      strings = {"northwind", "pagila_sakila", "temporal", "adventureworks", "coder", "synapse"})
  void dumpsOfTheShardsAreThatOfTheSource(String schema) throws Exception {
    Corpus.require(schema);
    PostgresServer server = PostgresServers.get(MAJOR);
    Assumptions.assumeTrue(
        PgDump.forServer(server).isPresent(), "no pg_dump for PostgreSQL " + MAJOR);
    try (RoundTripClusters clusters = RoundTripClusters.on(server)) {
      assertThat(Corpus.load(server, clusters.source().name(), schema).succeeded()).isPositive();
      clusters.publishAll();

      clusters.runAll(RoundTripClusters.EVERYTHING, OPTIONS);

      Judge.assertSameReadings(clusters);
      Judge.assertSameDumps(clusters);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING, OPTIONS);
    }
  }
}
