package dev.schemasync.cli.roundtrip;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.schemasync.engine.TextProber;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.Scope;
import dev.schemasync.testkit.dump.CanonicalDump;
import dev.schemasync.testkit.dump.PgDump;
import dev.schemasync.testkit.server.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Tells whether the shards became what the source is. */
final class Judge {
  /** What every new database has, in whatever scope. */
  private static final ImmutableSet<Difference> INITIAL =
      ImmutableSet.of(
          new Difference.Unexpected(ObjectId.schema(Identifier.of("public"))),
          new Difference.Unexpected(ObjectId.extension(Identifier.of("plpgsql"))));

  private Judge() {}

  /** The shards' catalogs, sequence values and populated views are those of the whole source. */
  static void assertSameCatalogs(RoundTripClusters clusters) throws Exception {
    Desired desired = all(clusters.source());
    for (TestDatabase database : clusters.shards()) {
      assertHolds(desired, database);
    }
  }

  /** The same of one shard. */
  static void assertSameCatalogs(TestDatabase source, TestDatabase shard) throws Exception {
    assertHolds(all(source), shard);
  }

  private static Desired all(TestDatabase database) throws SQLException {
    Snapshot source = RoundTripClusters.read(database);
    Desired desired = Scope.of(source, Identifier.of(RoundTripClusters.EVERYTHING));
    assertThat(desired.catalog()).as("all of the source is in scope").isEqualTo(source.catalog());
    return desired;
  }

  /** A shard holds exactly what it should. */
  static void assertHolds(Desired desired, TestDatabase database) throws Exception {
    Snapshot actual = RoundTripClusters.read(database);
    Shard shard = new Shard(0, database.name(), database::connect);
    assertThat(
            CatalogDiff.compare(
                desired.on(actual.server()).catalog(),
                actual.catalog(),
                TextProber.probe(shard, desired, actual)))
        .as("differences of %s", database.name())
        .isSubsetOf(INITIAL);
    assertThat(actual.sequenceValues())
        .as("sequences of %s", database.name())
        .isEqualTo(
            Maps.filterKeys(
                desired.sequenceValues(),
                name -> desired.catalog().contains(ObjectId.sequence(name))));
    assertThat(actual.populated())
        .as("populated materialized views of %s", database.name())
        .isEqualTo(
            Sets.filter(
                desired.populated(),
                name ->
                    desired
                        .catalog()
                        .contains(new ObjectId.InSchema(ObjectKind.MATERIALIZED_VIEW, name))));
  }

  /** What each shard's server says of its objects is what the source's says, in SQL of its own. */
  static void assertSameReadings(RoundTripClusters clusters) throws IOException, SQLException {
    for (TestDatabase shard : clusters.shards()) {
      assertThat(Reading.differences(clusters.source(), shard))
          .as("differences of %s", shard.name())
          .isEmpty();
    }
  }

  /**
   * What {@code pg_dump} prints of the shards is what it prints of the source, statement for
   * statement, where there is one that can read the server.
   */
  static void assertSameDumps(RoundTripClusters clusters) throws IOException, SQLException {
    Optional<PgDump> program = PgDump.forServer(clusters.source().server());
    if (program.isPresent()) {
      PgDump dump = program.get();
      ImmutableList<String> asItIs = dump.dumpSchema(clusters.source().name());
      CanonicalDump reloaded = dump.canonical(clusters.source().name());
      ImmutableSet<String> known =
          Sets.union(ImmutableSet.copyOf(asItIs), ImmutableSet.copyOf(reloaded.statements()))
              .immutableCopy();
      for (TestDatabase shard : clusters.shards()) {
        ImmutableList<String> copy = dump.dumpSchema(shard.name());
        // A later pg_dump writes for a server of its own version, so reloading may change more.
        if (!copy.equals(asItIs)) {
          assertThat(without(reloaded.statements(), ImmutableSet.copyOf(copy)))
              .as("statements of the source that %s lacks", shard.name())
              .isEmpty();
          assertThat(without(copy, known))
              .as("statements of %s that the source lacks", shard.name())
              .isEmpty();
        }
      }
    }
  }

  private static ImmutableList<String> without(
      ImmutableList<String> statements, ImmutableSet<String> known) {
    return statements.stream().filter(s -> !known.contains(s)).collect(toImmutableList());
  }
}
