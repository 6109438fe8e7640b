package dev.schemasync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.ExecutionOptions;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.Severity;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs by the engine alone. */
class SyncTest {
  private static final PostgresServer SERVER = PostgresServers.get(18);

  /** The check is printed anew in other words, so that a server has to be asked. */
  private static final String[] SCHEMA = {
    """
    CREATE TABLE customer (id int PRIMARY KEY,
      state varchar(8) CHECK (state IN ('new', 'old')))\
    """,
    "CREATE TABLE purchase (id int PRIMARY KEY, customer int REFERENCES customer)",
    "CREATE INDEX ON purchase (customer)",
    "CREATE MATERIALIZED VIEW totals AS SELECT customer, count(*) FROM purchase GROUP BY customer",
    "CREATE PUBLICATION pub FOR ALL TABLES"
  };

  private final List<TestDatabase> databases = new ArrayList<>();
  private final List<SyncEvent> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void drop() throws SQLException {
    for (TestDatabase database : databases) {
      database.close();
    }
  }

  @Test
  void threeStagesAndEachOfThemAgain() throws Exception {
    Origin origin = origin();
    Destination shards = shards(2);
    for (Stage stage : Stage.values()) {
      assertThat(run(origin, shards, stage))
          .isInstanceOfSatisfying(
              SyncResult.Verified.class,
              v -> {
                assertThat(v.differences()).isEmpty();
                assertThat(v.succeeded()).as("%s %s", stage, v).isTrue();
              });
      assertThat(statements()).as(stage.label()).isPositive();
    }
    run(origin, shards, Stage.PRE_DATA);
    assertThat(statements()).isZero();
    // Nothing ran, so the reading before it is the last one as well.
    assertThat(count(SyncEvent.Planned.class)).isEqualTo(1);
    run(origin, shards, Stage.POST_DATA);
    assertThat(statements()).isZero();
  }

  @Test
  void onlyPlanned() throws Exception {
    Origin origin = origin();
    Destination shards = shards(2);
    SyncResult result = new Sync(origin, shards, request(Stage.PRE_DATA, true), events::add).run();
    assertThat(result)
        .isInstanceOfSatisfying(
            SyncResult.Planned.class,
            p ->
                assertThat(p.scripts().get(1).script())
                    .as("one script for both")
                    .isSameAs(p.scripts().get(0).script()));
    assertThat(run(origin, shards, Stage.PRE_DATA)).isInstanceOf(SyncResult.Verified.class);
    assertThat(statements()).isPositive();
  }

  @Test
  void errorsRefuseTheRun() throws Exception {
    Destination shards = shards(1);
    databases.getLast().execute("CREATE TABLE customer (id text)");
    assertThat(run(origin(), shards, Stage.PRE_DATA))
        .isInstanceOfSatisfying(
            SyncResult.Refused.class, r -> assertThat(r.findings()).isNotEmpty());
  }

  @Test
  void aFailureOfOneShardIsTold() throws Exception {
    Origin origin = origin();
    Destination shards = shards(2);
    run(origin, shards, Stage.PRE_DATA);
    databases.getLast().execute("INSERT INTO purchase VALUES (1, 7)");
    assertThat(run(origin, shards, Stage.POST_DATA))
        .isInstanceOfSatisfying(
            SyncResult.Verified.class,
            v -> {
              assertThat(v.succeeded()).isFalse();
              // How far the other shard came before it was told to stop is a matter of time.
              assertThat(v.report().shards().get(1).succeeded()).isFalse();
            });
    databases.getLast().execute("DELETE FROM purchase");
    assertThat(run(origin, shards, Stage.POST_DATA))
        .isInstanceOfSatisfying(SyncResult.Verified.class, v -> assertThat(v.succeeded()).isTrue());
  }

  @Test
  void whatIsCancelledIsFinishedByTheNextRun() throws Exception {
    Origin origin = origin();
    Destination shards = shards(2);
    assertThat(
            run(
                origin,
                shards,
                sync ->
                    event -> {
                      if (event instanceof SyncEvent.Emitted) {
                        sync.cancel();
                      }
                    }))
        .isEqualTo(new SyncResult.Interrupted(SyncResult.Phase.BEFORE));
    assertThat(
            run(
                origin,
                shards,
                sync ->
                    event -> {
                      if (event instanceof SyncEvent.Executing) {
                        sync.cancel();
                      }
                    }))
        .isInstanceOf(SyncResult.Interrupted.class);
    assertThat(run(origin, shards, Stage.PRE_DATA))
        .isInstanceOfSatisfying(SyncResult.Verified.class, v -> assertThat(v.succeeded()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void equalShardsCostAsMuchAsOne(int number) throws Exception {
    run(origin(), shards(number), Stage.PRE_DATA);
    // Before and after; the texts of what was made are asked for afterwards.
    assertThat(count(SyncEvent.Planned.class)).isEqualTo(2);
    assertThat(count(SyncEvent.Emitted.class)).isEqualTo(1);
    assertThat(count(SyncEvent.Probed.class)).isEqualTo(1);
  }

  @Test
  void aShardThatDiffersIsAGroupOfItsOwn() throws Exception {
    Destination shards = shards(3);
    databases.get(1).execute("CREATE TABLE more (id int)");
    run(origin(), shards, Stage.PRE_DATA);
    assertThat(events)
        .contains(
            new SyncEvent.Emitted(ImmutableList.of(0, 2)),
            new SyncEvent.Emitted(ImmutableList.of(1)));
    assertThat(count(SyncEvent.Planned.class)).isEqualTo(4);
    assertThat(count(SyncEvent.Emitted.class)).isEqualTo(2);
    assertThat(count(SyncEvent.Probed.class)).isEqualTo(2);
  }

  private Origin origin() throws SQLException {
    TestDatabase database = fresh("source");
    database.execute(SCHEMA);
    return new Origin(
        "prod",
        ImmutableList.of(
            new Origin.Shard(
                0,
                ImmutableList.of(new Origin.Server(database.name(), false, database::connect)))));
  }

  private Destination shards(int number) throws SQLException {
    ImmutableList.Builder<Shard> shards = ImmutableList.builder();
    for (int i = 0; i < number; i++) {
      TestDatabase database = fresh("shard" + i);
      shards.add(new Shard(i, database.name(), database::connect));
    }
    return new Destination("sharded", shards.build());
  }

  private TestDatabase fresh(String name) throws SQLException {
    TestDatabase database = SERVER.freshDatabase(name);
    databases.add(database);
    return database;
  }

  private SyncResult run(Origin origin, Destination shards, Stage stage) {
    events.clear();
    return new Sync(origin, shards, request(stage, false), events::add).run();
  }

  /** A pre-data run of which a listener hears that knows it. */
  private SyncResult run(
      Origin origin, Destination shards, Function<Sync, Consumer<SyncEvent>> listener) {
    List<Consumer<SyncEvent>> hears = new CopyOnWriteArrayList<>();
    Sync sync =
        new Sync(
            origin,
            shards,
            request(Stage.PRE_DATA, false),
            event -> hears.forEach(h -> h.accept(event)));
    hears.add(listener.apply(sync));
    return sync.run();
  }

  private static SyncRequest request(Stage stage, boolean planOnly) {
    return new SyncRequest(
        Identifier.of("pub"),
        stage,
        planOnly,
        true,
        ExecutionOptions.defaults(),
        SyncTest::isError);
  }

  private static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  private long count(Class<? extends SyncEvent> kind) {
    return events.stream().filter(kind::isInstance).count();
  }

  private int statements() {
    return events.stream()
        .filter(SyncEvent.Executed.class::isInstance)
        .map(SyncEvent.Executed.class::cast)
        .flatMap(e -> e.scripts().stream())
        .mapToInt(s -> s.script().statements().size())
        .sum();
  }
}
