package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import org.junit.jupiter.api.Test;

/** Privileges on what comes with the server, where shards have others or come without it. */
class ChangedPrivilegesTest {
  @Test
  void whatAnOlderServerDoesNotHaveIsTold() throws Exception {
    try (RoundTripClusters clusters =
        RoundTripClusters.between(PostgresServers.get(18), PostgresServers.get(13))) {
      clusters
          .source()
          .execute(
              """
              GRANT EXECUTE ON FUNCTION pg_catalog.pg_get_acl(oid, oid, int) TO app_user;
              GRANT SELECT ON pg_catalog.pg_stat_io TO app_user;
              GRANT SELECT (subfailover, subname) ON pg_catalog.pg_subscription TO app_user;
              GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO app_user;
              CREATE TABLE t (id int PRIMARY KEY);
              """);
      clusters.publishAll();

      Outcome stopped = clusters.run(Stage.PRE_DATA, RoundTripClusters.EVERYTHING);

      assertThat(stopped.status()).isEqualTo(1);
      assertThat(stopped.err())
          .contains(
              "changed privileges on routine pg_catalog.pg_get_acl(oid, oid, int4) are of what the"
                  + " shard does not have: function pg_catalog.pg_get_acl",
              "on table pg_catalog.pg_stat_io are of what",
              "on column subfailover of table pg_catalog.pg_subscription are of what")
          .doesNotContain("pg_sleep");
      ImmutableList<Outcome> runs =
          clusters.runAll(RoundTripClusters.EVERYTHING, "--accept", "unsupported-by-destination");
      assertThat(Outcome.findings(runs)).contains("unsupported-by-destination");
      for (TestDatabase shard : clusters.shards()) {
        shard.execute("SET ROLE app_user; SELECT pg_sleep(0)");
      }
    }
  }

  @Test
  void whatAShardHasOtherwiseIsBroughtToWhatTheSourceHas() throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(18))) {
      clusters
          .source()
          .execute(
              """
              GRANT SELECT (rolname) ON pg_catalog.pg_authid TO app_user;
              REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
              CREATE EXTENSION hstore;
              GRANT USAGE ON TYPE hstore TO app_user WITH GRANT OPTION;
              CREATE TABLE t (id int PRIMARY KEY);
              """);
      for (TestDatabase shard : clusters.shards()) {
        shard.execute(
            """
            GRANT SELECT, UPDATE (rolname) ON pg_catalog.pg_authid TO app_user;
            GRANT EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) TO app_reader;
            CREATE EXTENSION hstore;
            GRANT USAGE ON TYPE hstore TO app_reader, app_user;
            REVOKE USAGE ON TYPE hstore FROM PUBLIC;
            """);
      }
      clusters.publishAll();

      ImmutableList<Outcome> runs = clusters.runAll(RoundTripClusters.EVERYTHING);

      assertThat(Outcome.findings(runs))
          .contains("privileges-revoked", "privileges-granted", "destination-extra");
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
    }
  }
}
