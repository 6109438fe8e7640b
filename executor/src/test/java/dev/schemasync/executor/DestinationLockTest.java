package dev.schemasync.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
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
        TransactionId id = killedRun(destination, table, commit);
        // Shard 2 had not prepared yet when the undecided run was killed.
        prepare(destination, 1, table, id);
        if (commit) {
          prepare(destination, 2, table, id);
        }
        DestinationLock.acquire(destination.shards(), destination.listener()).close();
        assertThat(destination.tables(1, table)).isEqualTo(commit ? 1 : 0);
        assertThat(destination.tables(2, table)).isEqualTo(commit ? 1 : 0);
        destination.assertNothingPending();
      }
      assertThat(destination.events(ExecutionEvent.LeftoverResolved.class))
          .extracting(ExecutionEvent.LeftoverResolved::committed)
          .containsExactly(true, true, false);
    }
  }

  @Test
  void aLeftoverOfAnUnknownCoordinatorIsLeftToAPerson() throws Exception {
    try (Destination destination = Destination.of(18, 1)) {
      Gid gid = prepare(destination, 0, "t", new TransactionId("1", "3"));
      assertThatThrownBy(
              () -> DestinationLock.acquire(destination.shards(), ExecutionListener.silent()))
          .isInstanceOf(LeftoverException.class)
          .hasMessageContaining("no shard is on the server that decides")
          .hasMessageContaining("ROLLBACK PREPARED '%s'".formatted(gid.text()));
      destination.database(0).execute("ROLLBACK PREPARED '%s'".formatted(gid.text()));
    }
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

  private static TransactionId killedRun(Destination destination, String table, boolean commit)
      throws SQLException {
    try (Session coordinator = Session.open(destination.shards().getFirst())) {
      coordinator.execute("BEGIN");
      coordinator.execute("CREATE TABLE %s (a int)".formatted(table));
      TransactionId id = TransactionId.current(coordinator);
      coordinator.execute(commit ? "COMMIT" : "ROLLBACK");
      return id;
    }
  }

  private static Gid prepare(Destination destination, int shard, String table, TransactionId id)
      throws SQLException {
    Gid gid =
        new Gid(
            "%x%x".formatted(System.nanoTime() & 0xfffffff, shard), id.system(), id.xid(), shard);
    try (Connection connection = destination.database(shard).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      statement.execute("CREATE TABLE %s (a int)".formatted(table));
      statement.execute(gid.prepare());
    }
    return gid;
  }
}
