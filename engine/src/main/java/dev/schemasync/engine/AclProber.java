package dev.schemasync.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.emitter.ProbeStatements;
import dev.schemasync.executor.Rehearsal;
import dev.schemasync.executor.ServerError;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.ChangedAcl;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.Desired;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Asks a shard's server whether it has what came with the source's, or with the same extension:
 * servers and extensions of other versions may not. Only what the shard has no privileges of its
 * own for is asked about, by statements that are rolled back.
 */
final class AclProber {
  /** What a server says of a schema, function, relation, column, type or language that it lacks. */
  private static final ImmutableSet<String> MISSING =
      ImmutableSet.of("3F000", "42883", "42P01", "42703", "42704");

  private final Connection connection;
  private final ImmutableSortedMap.Builder<ObjectId, String> missing =
      ImmutableSortedMap.naturalOrder();

  private AclProber(Connection connection) {
    this.connection = connection;
  }

  /** Why privileges cannot be given on a shard, by what they are on. */
  static ImmutableSortedMap<ObjectId, String> missing(Shard shard, Desired desired, Snapshot actual)
      throws SyncException {
    ImmutableList<ChangedAcl> unknown =
        desired
            .catalog()
            .all(ChangedAcl.class)
            .filter(acl -> !actual.catalog().contains(acl.id()))
            .filter(
                acl ->
                    desired.catalog().references(acl.id()).stream()
                        .allMatch(actual.catalog()::contains))
            .collect(toImmutableList());
    if (unknown.isEmpty() || actual.server().limits().inRecovery()) {
      return ImmutableSortedMap.of();
    }
    try (Connection connection = shard.connections().open()) {
      AclProber prober = new AclProber(connection);
      prober.ask(unknown);
      return prober.missing.buildOrThrow();
    } catch (SQLException e) {
      throw ServerProblem.of(shard.toString(), e);
    }
  }

  /** What is told of privileges that a shard cannot have. */
  static Finding finding(ObjectId acl, String reason) {
    return Finding.of(
        FindingCode.UNSUPPORTED_BY_DESTINATION,
        acl,
        "The " + acl + " are of what the shard does not have: " + reason + ".",
        "Take them back on the source, or update the server or the extension on the shard; or"
            + " accept this, if the shards can do without.");
  }

  /** Asks for all together; what is missing is found by halves. */
  private void ask(List<ChangedAcl> acls) throws SQLException {
    try {
      Rehearsal.of(connection, ProbeStatements.ofPrivileges(acls), c -> true);
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (connection.isClosed() || error.connectionLost()) {
        throw e;
      }
      if (acls.size() > 1) {
        int half = acls.size() / 2;
        ask(acls.subList(0, half));
        ask(acls.subList(half, acls.size()));
      } else if (MISSING.contains(error.sqlState())) {
        // Whatever else keeps the user from it is told when it is done.
        missing.put(acls.getFirst().id(), error.message());
      }
    }
  }
}
