package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationLockTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void aSecondRunIsRefusedAndToldWhoHoldsTheLock(int major) throws Exception {
    try (Destination destination = Destination.of(major, 2)) {
      Shard second = destination.shards().get(1);
      Shard named =
          new Shard(
              1,
              "db1",
              () -> {
                Connection connection = second.connections().open();
                connection.setClientInfo("ApplicationName", "first run");
                return connection;
              });
      try (DestinationLock lock =
          DestinationLock.acquire(List.of(named), ExecutionListener.silent())) {
        int pid = lock.session(named).backendPid();
        assertThatThrownBy(
                () -> DestinationLock.acquire(destination.shards(), ExecutionListener.silent()))
            .isInstanceOfSatisfying(
                DestinationBusyException.class,
                busy -> {
                  assertThat(busy.shard().number()).isEqualTo(1);
                  assertThat(busy.pid()).hasValue(pid);
                  assertThat(busy.application()).isEqualTo("first run");
                  assertThat(busy).hasMessageContaining("shard 1 (db1)");
                });
      }
      DestinationLock.acquire(destination.shards(), destination.listener()).close();
      assertThat(destination.events(ExecutionEvent.ShardLocked.class)).hasSize(2);
    }
  }

  /** Its server learns only later that a run has ended, so that the next one may be too early. */
  @Test
  void aRunThatHasJustEndedIsInNobodysWay() throws Exception {
    try (Destination destination = Destination.of(18, 1);
        Connection ended = destination.database(0).connect();
        Statement statement = ended.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(DestinationLock.KEY));
      CompletableFuture<Void> gone =
          CompletableFuture.runAsync(
              () -> {
                try {
                  statement.execute("SELECT pg_advisory_unlock_all()");
                } catch (SQLException e) {
                  throw new AssertionError(e);
                }
              },
              CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS));
      DestinationLock.acquire(destination.shards(), destination.listener()).close();
      gone.join();
      assertThat(destination.events(ExecutionEvent.ShardLocked.class)).hasSize(1);
    }
  }

  @Test
  void anUnreachableShardIsNamed() throws Exception {
    Shard nowhere =
        new Shard(
            3,
            "nowhere",
            () ->
                java.sql.DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:1/x", "u", "secret"));
    assertThatThrownBy(() -> DestinationLock.acquire(List.of(nowhere), ExecutionListener.silent()))
        .isInstanceOfSatisfying(
            ShardUnavailableException.class,
            e -> {
              assertThat(e.error().connectionLost()).isTrue();
              assertThat(e).hasMessageContaining("shard 3 (nowhere)");
              assertThat(e.getMessage()).doesNotContain("secret");
            });
  }

  /** What a run leaves behind that is killed before or after its coordinator commits. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void leftoversFollowTheCoordinator(int major) throws Exception {
    try (Destination destination = Destination.of(major, 3)) {
      for (boolean commit : new boolean[] {true, false}) {
        String table = commit ? "kept" : "dropped";
        Gid.Run run = killedRun(destination, table, commit);
        // Shard 2 had not prepared yet when the undecided run was killed.
        prepare(destination, 1, table, run);
        if (commit) {
          prepare(destination, 2, table, run);
        }
        try (DestinationLock look =
            DestinationLock.acquireToLook(destination.shards(), ExecutionListener.silent())) {
          assertThat(look.leftovers())
              .hasSize(commit ? 2 : 1)
              .allSatisfy(
                  l ->
                      assertThat(l.fate())
                          .isEqualTo(
                              commit ? new Leftover.Fate.Commit() : new Leftover.Fate.RollBack()));
        }
        assertThat(destination.tables(1, table)).isZero();
        DestinationLock.acquire(destination.shards(), destination.listener()).close();
        assertThat(destination.tables(1, table)).isEqualTo(commit ? 1 : 0);
        assertThat(destination.tables(2, table)).isEqualTo(commit ? 1 : 0);
        destination.assertNothingPending();
        assertThat(destination.values(0, "SELECT oid FROM pg_largeobject_metadata")).isEmpty();
      }
      assertThat(destination.events(ExecutionEvent.LeftoverResolved.class))
          .extracting(ExecutionEvent.LeftoverResolved::committed)
          .containsExactly(true, true, false);
    }
  }

  @Test
  void aLeftoverOfAnUnknownCoordinatorIsLeftToAPerson() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      String system = destination.value(0, "SELECT system_identifier FROM pg_control_system()");
      // Of a transaction that did commit on this server, but that nobody has recorded.
      Gid.Run run = new Gid.Run("1", new TransactionId(system, "3"));
      assertUndecided(
          destination, prepare(destination, 0, "t", run), "no shard has a record of that run");
    }
  }

  @Test
  void aLeftoverOfARunThatHasNotEndedIsLeft() throws Exception {
    try (Destination destination = Destination.of(18, 2);
        Session running = Session.open(destination.shards().getFirst())) {
      CommitRecord record = record(destination);
      running.execute("BEGIN");
      record.decide(running);
      Gid gid =
          prepare(destination, 1, "t", new Gid.Run(record.run(), TransactionId.current(running)));
      assertUndecided(destination, gid, "that run has not ended yet on shard 0");
    }
  }

  /** Everybody can see the name of a run, and make a large object. */
  @Test
  void aRecordThatSomebodyElseMadeIsNotBelieved() throws Exception {
    try (Destination destination = Destination.of(18, 2)) {
      destination
          .database(0)
          .execute(
              "CREATE ROLE executor_test_forger",
              "SET ROLE executor_test_forger",
              "SELECT lo_create(2147483649)",
              "COMMENT ON LARGE OBJECT 2147483649 IS 'schemasync run f0: committed'");
      String system = destination.value(0, "SELECT system_identifier FROM pg_control_system()");
      Gid gid = prepare(destination, 1, "t", new Gid.Run("f0", new TransactionId(system, "3")));
      assertUndecided(destination, gid, "no shard has a record of that run");
      destination
          .database(0)
          .execute("DROP OWNED BY executor_test_forger", "DROP ROLE executor_test_forger");
    }
  }

  /** The record came with a dump, say: what it does not say yet, it will never say. */
  @Test
  void theRecordOfAnotherServerDecidesNothing() throws Exception {
    try (Destination destination = Destination.of(18, 2)) {
      CommitRecord record = record(destination);
      Gid.Run run = new Gid.Run(record.run(), new TransactionId("1", "3"));
      assertUndecided(
          destination, prepare(destination, 1, "t", run), "was copied from another server");
    }
  }

  private static void assertUndecided(Destination destination, Gid gid, String reason)
      throws SQLException {
    assertThatThrownBy(
            () -> DestinationLock.acquire(destination.shards(), ExecutionListener.silent()))
        .isInstanceOf(LeftoverException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining(gid.finish(true))
        .hasMessageContaining(gid.finish(false));
    destination.database(gid.shard()).execute(gid.finish(false));
  }

  @Test
  void preparedTransactionsOfOthersAreLeftAlone() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      destination
          .database(0)
          .execute("BEGIN; CREATE TABLE t (a int); PREPARE TRANSACTION 'schemasync_of_others'");
      DestinationLock.acquire(destination.shards(), destination.listener()).close();
      assertThat(destination.events(ExecutionEvent.LeftoverResolved.class)).isEmpty();
      destination.database(0).execute("ROLLBACK PREPARED 'schemasync_of_others'");
    }
  }

  /** A run that wrote its record to shard 0 and decided nothing yet. */
  private static CommitRecord record(Destination destination) throws SQLException {
    CommitRecord record = CommitRecord.open("%016x".formatted(System.nanoTime()));
    try (Session session = Session.open(destination.shards().getFirst())) {
      record.write(session);
    }
    return record;
  }

  private static Gid.Run killedRun(Destination destination, String table, boolean commit)
      throws SQLException {
    CommitRecord record = record(destination);
    try (Session coordinator = Session.open(destination.shards().getFirst())) {
      coordinator.execute("BEGIN");
      coordinator.execute("CREATE TABLE %s (a int)".formatted(table));
      TransactionId id = TransactionId.current(coordinator);
      record.decide(coordinator);
      coordinator.execute(commit ? "COMMIT" : "ROLLBACK");
      return new Gid.Run(record.run(), id);
    }
  }

  private static Gid prepare(Destination destination, int shard, String table, Gid.Run run)
      throws SQLException {
    Gid gid = new Gid(run, shard);
    try (Connection connection = destination.database(shard).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.execute("CREATE TABLE %s (a int)".formatted(table));
      statement.execute(gid.prepare());
    }
    return gid;
  }
}
