package dev.schemasync.cli.sync;

import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.config.Access;
import dev.schemasync.cli.config.Role;
import dev.schemasync.cli.config.ServerTarget;
import dev.schemasync.cli.config.Shard;
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
 * One shard of the source, read from the best of its servers. What the files call a server decides
 * who is asked first; whether it is a standby, only the server itself knows.
 */
final class SourceShard {
  /** What the shard holds, and what is to be known of the server that said so. */
  record Answer(Snapshot snapshot, Optional<Finding> finding) {}

  /** A standby that answered. */
  private record Standby(ServerTarget target, Snapshot snapshot) {}

  private final Shard shard;
  private final Stage stage;
  private final Cancellation cancellation;
  private final SnapshotReader reader;
  private final List<ServerConnection.Refusal> refusals = new ArrayList<>();
  private final List<Standby> standbys = new ArrayList<>();

  SourceShard(Shard shard, Stage stage, Cancellation cancellation, SnapshotReader reader) {
    this.shard = shard;
    this.stage = stage;
    this.cancellation = cancellation;
    this.reader = reader;
  }

  Answer read() throws RunException {
    for (ServerTarget target : shard.readCandidates()) {
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

  /** For a schema, the first answer does, unless the files leave open who the primary is. */
  private boolean isWorthAsking(ServerTarget target) {
    return standbys.isEmpty() || needsPrimary() || target.role() == Role.AUTO;
  }

  private Optional<Snapshot> ask(ServerTarget target) throws RunException {
    SnapshotReader.Source source =
        new SnapshotReader.Source(
            label(target),
            cancellation.reaching(new ServerConnection(List.of(target), Access.READ)));
    try (Connection connection = source.connections().open()) {
      return Optional.of(reader.read(source, connection));
    } catch (SQLException e) {
      refusals.add(new ServerConnection.Refusal(target, e));
      return Optional.empty();
    }
  }

  private RunException refused() {
    return ServerProblem.of(
        label(shard.readCandidates().getFirst()), ServerConnection.refused(refusals));
  }

  private RunException noPrimary() {
    String why =
        "sequence values are read from the primary only, and "
            + standbys.stream().map(s -> s.target().display()).collect(Collectors.joining(", "))
            + (standbys.size() == 1 ? " is a standby" : " are standbys");
    if (refusals.isEmpty()) {
      return new RunException(
          ExitStatus.USAGE,
          label(standbys.getFirst().target())
              + ": "
              + why
              + "; name the primary of this shard in pgdog.toml");
    }
    RunException refused = refused();
    return new RunException(refused.status(), refused.getMessage() + "; " + why, refused);
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
            + standbys.getFirst().target().display()
            + ", which is a standby"
            + refused
            + ".",
        "What it has not replayed yet is not seen. The stages after this one need the primary.");
  }

  private String label(ServerTarget target) {
    return "source shard %d (%s)".formatted(shard.number(), target.display());
  }
}
