package dev.schemasync.cli.sync;

import dev.schemasync.cli.ExitStatus;
import dev.schemasync.engine.Problem;

/** What a problem means to somebody who wrote the two files, and what to do about it. */
final class Remedies {
  private Remedies() {}

  /** The problem in one line. */
  static String explain(Problem problem) {
    return problem.message() + remedy(problem) + problem.addition();
  }

  private static String remedy(Problem problem) {
    return switch (problem.kind()) {
      case AUTHORIZATION ->
          "; check user and password of the schema admin in users.toml, and pg_hba.conf on the"
              + " server";
      case NO_SUCH_DATABASE -> "; create the database, or correct database_name in pgdog.toml";
      case PRIVILEGE -> "; grant the privilege to the schema admin";
      case UNREACHABLE ->
          problem
              .remedy()
              .map(remedy -> "; " + remedy)
              .orElse(
                  "; check host, port and TLS settings in pgdog.toml, and that the server runs");
      case REFUSED ->
          "; SQLSTATE " + problem.sqlState() + problem.remedy().map(r -> "; " + r).orElse("");
      case SAME_DATABASE -> ". Give one of them another host, port or database_name in pgdog.toml";
      case NO_PRIMARY -> "; name the primary of this shard in pgdog.toml";
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
