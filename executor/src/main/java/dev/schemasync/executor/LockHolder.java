package dev.schemasync.executor;

import java.util.Optional;

/**
 * Somebody who has a lock that a statement needs, or asked for it before.
 *
 * @param pid the process of the server; 0 for a prepared transaction
 * @param user empty for a prepared transaction, or a session that has gone
 * @param prepared the names of the prepared transactions that it can be
 */
public record LockHolder(
    int pid, Optional<String> user, Optional<String> application, Optional<String> prepared) {
  @Override
  public String toString() {
    if (pid == 0) {
      return prepared
          .map(gid -> "the prepared transaction " + gid)
          .orElse("a prepared transaction (see pg_prepared_xacts)");
    }
    return "process "
        + pid
        + user.map(name -> " of user " + name).orElse("")
        + application.filter(name -> !name.isEmpty()).map(name -> ", " + name).orElse("");
  }
}
