package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.server.PostgresServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session of ours is shielded from. */
class SettingsTest {
  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void noSessionEndsForWaiting(int major) throws Exception {
    try (Destination destination = Destination.on(PostgresServers.get(major))) {
      String name = destination.database(0).name();
      destination
          .database(0)
          .execute(
              """
              DO $$
              DECLARE limit_name text;
              BEGIN
                FOR limit_name IN
                  SELECT name FROM pg_settings
                  WHERE name IN ('idle_in_transaction_session_timeout', 'idle_session_timeout',
                                 'transaction_timeout')
                LOOP
                  EXECUTE format('ALTER DATABASE %I SET %s = 60000', current_database(), limit_name);
                END LOOP;
              END $$
              """);
      try (Session session = Session.open(destination.shards().getFirst())) {
        session.batch(
            Settings.of(
                Scripts.preData(ImmutableList.of("SELECT 1")), ExecutionOptions.defaults()));
        assertThat(
                session.query(
                    """
                    SELECT name || ' = ' || setting
                    FROM pg_settings
                    WHERE name LIKE 'idle%timeout' OR name = 'transaction_timeout'
                    """,
                    row -> row.getString(1)))
            .as("limits of a session in %s", name)
            .isNotEmpty()
            .allMatch(limit -> limit.endsWith(" = 0"));
      }
    }
  }
}
