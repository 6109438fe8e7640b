package dev.schemasync.cli.sync;

import dev.schemasync.emitter.Emitter;
import dev.schemasync.executor.Rehearsal;
import dev.schemasync.executor.Shard;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.TextProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks a shard's server what it prints for texts that differ. Everything happens in scratch schemas
 * and is rolled back.
 */
public final class TextProber {
  /** Copies made in one transaction at most. */
  private static final int TOGETHER = 200;

  /** Of the locks that a server has room for, one copy may be made for so many: it takes a few. */
  private static final int ROOM = 32;

  private TextProber() {}

  /** What the server of a shard prints for the texts in which it and the source differ. */
  public static TextEquivalence probe(Shard shard, Desired desired, Snapshot actual)
      throws RunException {
    TextProbe probe = TextProbe.of(desired, actual);
    if (probe.isEmpty() || actual.server().limits().inRecovery()) {
      return TextEquivalence.NONE;
    }
    try (Connection connection = shard.connections().open()) {
      TextEquivalence known = TextEquivalence.NONE;
      for (TextProbe part : probe.parts(together(actual.server().limits()))) {
        known = known.and(probe(connection, part, actual.server().version()));
      }
      return known;
    } catch (SQLException e) {
      throw ServerProblem.of(shard.toString(), e);
    }
  }

  private static int together(ServerFacts.Limits limits) {
    return Math.clamp(limits.lockTable() / ROOM, 1, TOGETHER);
  }

  /**
   * What the server prints for the texts of a probe. A copy that cannot be made, because its text
   * names the original's schema perhaps, proves nothing; it must not keep the others from being
   * proved.
   */
  private static TextEquivalence probe(
      Connection connection, TextProbe probe, ServerVersion version) throws SQLException {
    try {
      return Rehearsal.of(
          connection,
          scripts(probe.plan(), version),
          c -> probe.read(Introspector.readWithin(c).catalog()));
    } catch (SQLException e) {
      if (connection.isClosed() || probe.size() == 1) {
        if (connection.isClosed()) {
          throw e;
        }
        return TextEquivalence.NONE;
      }
      TextEquivalence known = TextEquivalence.NONE;
      for (TextProbe half : probe.parts((probe.size() + 1) / 2)) {
        known = known.and(probe(connection, half, version));
      }
      return known;
    }
  }

  private static List<Script> scripts(Plan plan, ServerVersion version) {
    return Stream.of(Stage.values()).map(stage -> Emitter.emit(plan, stage, version)).toList();
  }
}
