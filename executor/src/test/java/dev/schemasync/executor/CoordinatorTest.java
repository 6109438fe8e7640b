package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Script;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who decides, where servers are copies of one another: all embedded servers of a version start as
 * copies of one cluster, with one {@code system_identifier}.
 */
class CoordinatorTest {
  private static final ExecutionOptions OPTIONS = ExecutionOptions.defaults();
  private static final Script SCRIPT = Scripts.preData("CREATE TABLE t (a int)");

  /** Has one slot for a prepared transaction. */
  private static PostgresServer narrow;

  /** Has none, so it is the coordinator. */
  private static PostgresServer without;

  @BeforeAll
  static void start() {
    narrow =
        PostgresServers.start(ServerOptions.of(18).withSetting("max_prepared_transactions", "1"));
    without =
        PostgresServers.start(ServerOptions.of(18).withSetting("max_prepared_transactions", "0"));
  }

  @AfterAll
  static void stop() {
    narrow.close();
    without.close();
  }

  @Test
  void theWordOfACopyIsNotTaken() throws Exception {
    try (Destination destination = Destination.on(PostgresServers.get(18), without)) {
      assertThat(systems(destination)).hasSize(1);
      // The other server has not come that far, so it cannot know the coordinator's transaction.
      destination
          .database(1)
          .execute(
              "CREATE PROCEDURE burn() LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..20000 LOOP"
                  + " PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$",
              "CALL burn()");
      ImmutableList<Shard> shards = destination.shards();
      AtomicBoolean unreachable = new AtomicBoolean();
      Shard cutOff =
          new Shard(
              0,
              shards.get(0).label(),
              () -> {
                if (unreachable.get()) {
                  throw new SQLException("no route to host", "08001");
                }
                return shards.get(0).connections().open();
              });
      ExecutionListener listener =
          event -> {
            if (event instanceof ExecutionEvent.Committed(Shard shard) && shard.number() == 1) {
              unreachable.set(true);
              destination.terminateSessions(0);
            }
          };
      try (DestinationLock lock =
          DestinationLock.acquire(ImmutableList.of(cutOff, shards.get(1)), listener)) {
        new Executor(OPTIONS, listener)
            .execute(
                lock,
                ImmutableList.of(
                    new ShardScript(cutOff, SCRIPT), new ShardScript(shards.get(1), SCRIPT)));
      }
      assertThat(destination.tables(0, "t")).isZero();
      assertThat(destination.tables(1, "t")).isEqualTo(1);

      DestinationLock.acquire(shards, destination.listener()).close();
      assertThat(destination.events(ExecutionEvent.LeftoverResolved.class))
          .singleElement()
          .satisfies(resolved -> assertThat(resolved.committed()).isTrue());
      assertThat(destination.tables(0, "t")).isEqualTo(1);
    }
  }

  private static ImmutableList<String> systems(Destination destination) throws SQLException {
    String query = "SELECT system_identifier FROM pg_control_system()";
    return ImmutableList.of(destination.value(0, query), destination.value(1, query)).stream()
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  @Test
  void threeShardsOnAServerWithOneSlot() throws Exception {
    try (Destination destination = Destination.on(narrow, narrow, narrow)) {
      RunReport report = destination.run(OPTIONS, SCRIPT, SCRIPT, SCRIPT);
      assertThat(report.succeeded()).isTrue();
      assertThat(destination.events(ExecutionEvent.CommitNotAtomic.class)).isNotEmpty();
      for (int shard = 0; shard < 3; shard++) {
        assertThat(destination.tables(shard, "t")).isEqualTo(1);
      }
      destination.assertNothingPending();
    }
  }

  @Test
  void twoShardsOnAServerWithOneSlotCommitTogether() throws Exception {
    try (Destination destination = Destination.on(narrow, narrow)) {
      assertThat(destination.run(OPTIONS, SCRIPT, SCRIPT).succeeded()).isTrue();
      assertThat(destination.events(ExecutionEvent.CommitNotAtomic.class)).isEmpty();
    }
  }

  @Test
  void slotsThatOthersHaveTakenAreNotCounted() throws Exception {
    try (Destination destination = Destination.on(narrow, narrow)) {
      destination.database(0).execute("BEGIN; PREPARE TRANSACTION 'of somebody else'");
      assertThat(destination.run(OPTIONS, SCRIPT, SCRIPT).succeeded()).isTrue();
      assertThat(destination.events(ExecutionEvent.CommitNotAtomic.class)).isNotEmpty();
      assertThat(destination.tables(0, "t")).isEqualTo(1);
      assertThat(destination.tables(1, "t")).isEqualTo(1);
      destination.database(0).execute("ROLLBACK PREPARED 'of somebody else'");
    }
  }

  /** Somebody takes the last slot after it was counted. */
  @Test
  void aSlotLostInBetweenEndsInAnotherTry() throws Exception {
    try (Destination destination = Destination.on(narrow, narrow)) {
      Script taking = Scripts.preData("CREATE TABLE t (a int)", "CREATE TABLE u (a int)");
      ExecutionListener listener =
          event -> {
            destination.listener().on(event);
            if (event instanceof ExecutionEvent.StageStarted(Shard shard, var stage, var total)
                && shard.number() == 0) {
              takeSlot(destination);
            }
          };
      try (DestinationLock lock = DestinationLock.acquire(destination.shards(), listener)) {
        RunReport report =
            new Executor(OPTIONS, listener).execute(lock, destination.pair(taking, taking));
        assertThat(report.succeeded()).isTrue();
      }
      assertThat(destination.events(ExecutionEvent.CommitNotAtomic.class)).isNotEmpty();
      assertThat(destination.tables(0, "_")).isEqualTo(2);
      assertThat(destination.tables(1, "_")).isEqualTo(2);
      destination.database(0).execute("ROLLBACK PREPARED 'of somebody else'");
    }
  }

  private static void takeSlot(Destination destination) {
    try {
      destination.database(0).execute("BEGIN; PREPARE TRANSACTION 'of somebody else'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
