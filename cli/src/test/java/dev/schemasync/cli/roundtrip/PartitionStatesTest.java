package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.Emitter;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.PlanOptions;
import dev.schemasync.planner.Planner;
import dev.schemasync.planner.Scope;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What partitions and children share with their parents, from every state of a shard. */
class PartitionStatesTest {
  private static final String CASE = "partition_constraints";
  private static final String INHERITANCE = "inheritance";
  private static final int ROUNDS = Integer.getInteger("rounds", 1);

  private static final String MORE_PARTITIONS =
      """
      CREATE TABLE readings_8 (id int NOT NULL, region int NOT NULL, value int, kind text);
      INSERT INTO readings_8 VALUES (5, 8, -1, '');
      ALTER TABLE readings_8 ADD CONSTRAINT positive CHECK (value > 0) NOT VALID;
      ALTER TABLE readings_8 ADD CONSTRAINT everywhere CHECK (id > 0);
      ALTER TABLE readings ATTACH PARTITION readings_8 FOR VALUES IN (8);
      CREATE TABLE a_division_5 PARTITION OF a_division FOR VALUES IN (5);
      CREATE TABLE codes_3 PARTITION OF codes FOR VALUES IN (4);
      ALTER TABLE codes_3 REPLICA IDENTITY FULL;
      CREATE TABLE nodes_3 PARTITION OF nodes FOR VALUES IN (3);
      CREATE TABLE numbered_2 PARTITION OF numbered FOR VALUES IN (2);
      ALTER TABLE numbered_2 REPLICA IDENTITY FULL;
      CREATE TABLE later_numbered (region int, id int NOT NULL) PARTITION BY LIST (region);
      CREATE TABLE a_later_numbered PARTITION OF later_numbered FOR VALUES IN (3);
      ALTER TABLE later_numbered ADD CONSTRAINT low CHECK (id < 1) NOT VALID;
      ALTER TABLE numbered ATTACH PARTITION later_numbered FOR VALUES IN (3);
      ALTER TABLE later_numbered REPLICA IDENTITY FULL;
      ALTER TABLE a_later_numbered REPLICA IDENTITY FULL;
      """;

  private static final String MORE_PARTITIONS_18 =
      """
      CREATE TABLE loose_parts_5 (id int NOT NULL, region int NOT NULL, a int, b int);
      INSERT INTO loose_parts_5 VALUES (1, 5, NULL, NULL);
      ALTER TABLE loose_parts_5 ADD CONSTRAINT later NOT NULL a NOT VALID;
      ALTER TABLE loose_parts ATTACH PARTITION loose_parts_5 FOR VALUES IN (5);
      CREATE TABLE wants_2 PARTITION OF wants FOR VALUES IN (2);
      """;

  private static final String VALIDATED =
      """
      UPDATE readings SET value = 1, kind = 'x';
      ALTER TABLE readings VALIDATE CONSTRAINT positive;
      ALTER TABLE a_division VALIDATE CONSTRAINT named;
      ALTER DOMAIN small VALIDATE CONSTRAINT small_enough;
      """;

  private static final String VALIDATED_18 =
      """
      UPDATE loose SET a = 1, b = 1, c = 1;
      ALTER TABLE loose VALIDATE CONSTRAINT loose_a_not_null;
      ALTER TABLE loose VALIDATE CONSTRAINT b_given;
      UPDATE loose_parts SET a = 1, b = 1;
      ALTER TABLE loose_parts VALIDATE CONSTRAINT a_given;
      INSERT INTO wanted VALUES (7);
      ALTER TABLE wants VALIDATE CONSTRAINT to_wanted;
      """;

  static Stream<Integer> majors() {
    return Majors.selected().stream();
  }

  static Stream<Arguments> cases() {
    return majors()
        .flatMap(major -> Stream.of(CASE, INHERITANCE).map(schema -> Arguments.of(schema, major)));
  }

  /** A run that was stopped anywhere, with its statements in any order that the plan allows. */
  @ParameterizedTest(name = "{0} on PostgreSQL {1}")
  @MethodSource("cases")
  void whatAStoppedRunLeftIsFinished(String schema, int major) throws Exception {
    Random random = new Random(major);
    for (int round = 0; round < ROUNDS; round++) {
      try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
        load(schema, clusters, major);
        Desired desired =
            Scope.of(
                RoundTripClusters.read(clusters.source()),
                Identifier.of(RoundTripClusters.EVERYTHING));
        for (TestDatabase shard : clusters.shards()) {
          doPart(desired, shard, random);
        }

        clusters.runAll(RoundTripClusters.EVERYTHING, "--jobs", "8");

        Judge.assertSameCatalogs(clusters);
        Judge.assertSameReadings(clusters);
        clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
      }
    }
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void whatChangesLaterIsFollowed(int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      load(CASE, clusters, major);
      clusters.runAll(RoundTripClusters.EVERYTHING);
      clusters.source().execute(MORE_PARTITIONS);
      TestDatabase shard = clusters.shards().get(1);
      shard.execute("ALTER TABLE a_division VALIDATE CONSTRAINT named");
      if (major >= 18) {
        clusters.source().execute(MORE_PARTITIONS_18);
        shard.execute("ALTER TABLE loose VALIDATE CONSTRAINT b_given");
      }

      Outcome first = clusters.runAll(RoundTripClusters.EVERYTHING, "--jobs", "8").getFirst();

      assertThat(first.findings()).containsExactly("stricter-constraint");
      assertThat(first.err()).contains("public.a_division.named").doesNotContain("shards 0");
      if (major >= 18) {
        assertThat(first.err()).contains("public.loose.b_given");
      }

      clusters.source().execute(VALIDATED);
      if (major >= 18) {
        clusters.source().execute(VALIDATED_18);
      }

      clusters.runAll(RoundTripClusters.EVERYTHING, "--jobs", "8");

      Judge.assertSameCatalogs(clusters);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING);
    }
  }

  private static void load(String name, RoundTripClusters clusters, int major) throws Exception {
    Case schema = Case.all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    for (Path script : schema.scripts(major)) {
      clusters.source().server().runScript(clusters.source().name(), script);
    }
    clusters.publishAll();
  }

  /** Runs some of the statements that are left to do on a shard, each after those it needs. */
  private static void doPart(Desired desired, TestDatabase shard, Random random) throws Exception {
    Snapshot actual = RoundTripClusters.read(shard);
    Plan plan =
        Planner.plan(
                desired,
                actual,
                TextEquivalence.NONE,
                new PlanOptions(Stage.POST_DATA, false, true))
            .plan();
    int left = random.nextInt(plan.steps().size());
    try (Connection connection = shard.connect();
        java.sql.Statement session = connection.createStatement()) {
      for (Stage stage : ImmutableList.of(Stage.PRE_DATA, Stage.POST_DATA)) {
        Script script = Emitter.emit(plan, stage, actual.server().version());
        for (var setting : script.session()) {
          session.execute(setting.text());
        }
        for (int number : anyOrder(script, random)) {
          if (left-- > 0) {
            session.execute(script.statements().get(number).sql().text());
          }
        }
      }
    }
  }

  private static List<Integer> anyOrder(Script script, Random random) {
    List<Integer> order = new ArrayList<>();
    Set<Integer> open = new HashSet<>();
    script.statements().forEach(s -> open.add(s.number()));
    while (!open.isEmpty()) {
      List<Integer> ready =
          open.stream()
              .filter(n -> order.containsAll(script.statements().get(n).after()))
              .sorted()
              .toList();
      int next = ready.get(random.nextInt(ready.size()));
      order.add(next);
      open.remove(next);
    }
    return order;
  }
}
