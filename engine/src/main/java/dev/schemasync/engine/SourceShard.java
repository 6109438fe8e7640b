package dev.schemasync.engine;

import dev.schemasync.introspect.Inquiry;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.server.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One shard of the source, read from the best of its servers. What a server is said to be decides
 * who is asked first; whether it is a standby, only the server itself knows.
 */
final class SourceShard {
  /** What the shard holds, and what is to be known of the server that said so. */
  record Answer(Snapshot snapshot, Optional<Finding> finding) {}

  /** A standby that answered. */
  private record Standby(Origin.Server target, Snapshot snapshot) {}

  private final Origin.Shard shard;
  private final Stage stage;
  private final OpenConnections connections;
  private final SnapshotReader reader;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Standby> standbys = new ArrayList<>();

  SourceShard(Origin.Shard shard, Stage stage, OpenConnections connections, SnapshotReader reader) {
    this.shard = shard;
    this.stage = stage;
    this.connections = connections;
    this.reader = reader;
  }

  Answer read() throws SyncException {
    for (Origin.Server target : shard.servers()) {
      if (isWorthAsking(target)) {
        Optional<Snapshot> answer = ask(target);
        if (answer.filter(s -> !s.server().limits().inRecovery()).isPresent()) {
          return new Answer(answer.get(), Optional.empty());
        }
        answer.ifPresent(snapshot -> standbys.add(new Standby(target, snapshot)));
      }
    }
    if (standbys.isEmpty()) {
      throw refused();
    }
    if (needsPrimary()) {
      throw noPrimary();
    }
    return new Answer(standbys.getFirst().snapshot(), Optional.of(note()));
  }

  /** A standby lags: it may not know yet what the primary has handed out. */
  private boolean needsPrimary() {
    return switch (stage) {
      case PRE_DATA -> false;
      case POST_DATA, CUTOVER -> true;
    };
  }

  /** For a schema, the first answer does, unless it is left open who the primary is. */
  private boolean isWorthAsking(Origin.Server target) {
    return standbys.isEmpty() || needsPrimary() || target.undecided();
  }

  private Optional<Snapshot> ask(Origin.Server target) throws SyncException {
    SnapshotReader.Source source =
        new SnapshotReader.Source(
            label(target), Inquiry.SOURCE, connections.of(target.connections()));
    try (Connection connection = source.connections().open()) {
      return Optional.of(reader.read(source, connection));
    } catch (SQLException e) {
      refusals.add(new Refusal(target.label(), e));
      return Optional.empty();
    }
  }

  private SyncException refused() {
    return ServerProblem.of(label(shard.servers().getFirst()), Refusal.together(refusals));
  }

  private SyncException noPrimary() {
    String why =
        "sequence values are read from the primary only, and "
            + standbys.stream().map(s -> s.target().label()).collect(Collectors.joining(", "))
            + (standbys.size() == 1 ? " is a standby" : " are standbys");
    if (refusals.isEmpty()) {
      return new SyncException(
          Problem.of(Problem.Kind.NO_PRIMARY, label(standbys.getFirst().target()) + ": " + why));
    }
    SyncException refused = refused();
    return new SyncException(refused.problem().adding("; " + why), refused);
  }

  private Finding note() {
    String refused = refusals.stream().map(refusal -> "; " + refusal).collect(Collectors.joining());
    return new Finding(
        FindingCode.SOURCE_STANDBY,
        Optional.empty(),
        Optional.empty(),
        "Shard "
            + shard.number()
            + " of the source was read from "
            + standbys.getFirst().target().label()
            + ", which is a standby"
            + refused
            + ".",
        "What it has not replayed yet is not seen. The stages after this one need the primary.");
  }

  private String label(Origin.Server target) {
    return "source shard %d (%s)".formatted(shard.number(), target.label());
  }
}
