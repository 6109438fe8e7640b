package dev.schemasync.cli.sync;

import com.google.common.collect.Sets;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.cli.config.SyncClusters;
import dev.schemasync.engine.Problem;
import java.util.Set;

/** What a problem means to somebody who wrote the two files, and what to do about it. */
final class Remedies {
  private final String servers;
  private final String admins;

  /** Remedies that name the places where a run's servers and users are named. */
  Remedies(SyncClusters clusters) {
    this.servers = both(clusters.source().servers(), clusters.destination().servers());
    this.admins = both(clusters.source().admin(), clusters.destination().admin());
  }

  private static String both(Set<String> some, Set<String> others) {
    return String.join(" or ", Sets.union(some, others));
  }

  /** The problem in one line. */
  String explain(Problem problem) {
    return problem.message() + remedy(problem) + problem.addition();
  }

  private String remedy(Problem problem) {
    return switch (problem.kind()) {
      case AUTHORIZATION ->
          "; check user and password of the schema admin in %s, and pg_hba.conf on the server"
              .formatted(admins);
      case NO_SUCH_DATABASE -> "; create the database, or correct its name in " + servers;
      case PRIVILEGE -> "; grant the privilege to the schema admin";
      case UNREACHABLE ->
          problem
              .remedy()
              .map(remedy -> "; " + remedy)
              .orElse(
                  "; check host, port and TLS settings in %s, and that the server runs"
                      .formatted(servers));
      case REFUSED ->
          "; SQLSTATE " + problem.sqlState() + problem.remedy().map(r -> "; " + r).orElse("");
      case SAME_DATABASE -> ". Give one of them another host, port or database in " + servers;
      case NO_PRIMARY -> "; name the primary of this shard in " + servers;
      case UNUSABLE, FAILED -> "";
    };
  }

  /**
   * A server that does not let us in was reached: the files name the wrong user, password or
   * database.
   */
  static ExitStatus status(Problem problem) {
    return switch (problem.kind()) {
      case AUTHORIZATION, NO_SUCH_DATABASE, SAME_DATABASE, NO_PRIMARY, UNUSABLE -> ExitStatus.USAGE;
      case UNREACHABLE -> ExitStatus.UNREACHABLE;
      case PRIVILEGE, REFUSED, FAILED -> ExitStatus.FAILED;
    };
  }
}
