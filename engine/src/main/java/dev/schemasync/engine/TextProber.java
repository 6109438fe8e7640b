package dev.schemasync.engine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.emitter.ProbeStatements;
import dev.schemasync.executor.Rehearsal;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.Shard;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import dev.schemasync.planner.TextProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks a shard's server what it prints for texts that differ. Everything is rolled back. */
public final class TextProber {
  private final Connection connection;
  private final Map<Probe, SqlText> printed = new LinkedHashMap<>();
  private final Map<Probe, String> failed = new LinkedHashMap<>();

  private TextProber(Connection connection) {
    this.connection = connection;
  }

  /** What the server of a shard prints for the texts in which it and the source differ. */
  public static TextEquivalence probe(Shard shard, Desired desired, Snapshot actual)
      throws SyncException {
    return probe(shard, desired, actual, () -> {});
  }

  /**
   * The same.
   *
   * @param asks called before the server is asked, if it has to be
   */
  static TextEquivalence probe(Shard shard, Desired desired, Snapshot actual, Runnable asks)
      throws SyncException {
    TextProbe probe = TextProbe.of(desired, actual);
    if (probe.isEmpty()) {
      return TextEquivalence.NONE;
    }
    if (probe.obstacle().isPresent()) {
      return probe.unproved(probe.obstacle().get());
    }
    asks.run();
    try (Connection connection = shard.connections().open()) {
      TextProber prober = new TextProber(connection);
      for (ImmutableList<Probe> part : probe.parts()) {
        prober.ask(part);
      }
      return probe.proved(prober.printed, prober.failed);
    } catch (SQLException e) {
      throw ServerProblem.of(shard.toString(), e);
    }
  }

  /** Asks for all together; what cannot be made is found by halves and keeps nothing else back. */
  private void ask(ImmutableList<Probe> probes) throws SQLException {
    try {
      ImmutableMap<QualifiedName, SqlText> answers =
          Rehearsal.of(connection, ProbeStatements.of(probes), Introspector::readProbes);
      probes.forEach(probe -> printed.put(probe, requireNonNull(answers.get(probe.name()))));
    } catch (SQLException e) {
      if (connection.isClosed() || ServerError.of(e).connectionLost()) {
        throw e;
      }
      if (probes.size() == 1) {
        failed.put(probes.getFirst(), reason(ServerError.of(e)));
      } else {
        int half = probes.size() / 2;
        ask(probes.subList(0, half));
        ask(probes.subList(half, probes.size()));
      }
    }
  }

  private static String reason(ServerError error) {
    return error + error.remedy().map(remedy -> "; " + remedy).orElse("");
  }
}
