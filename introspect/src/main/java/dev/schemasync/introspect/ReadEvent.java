package dev.schemasync.introspect;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Optional;

/** What an operator may want to know of a reading that takes longer than expected. */
public sealed interface ReadEvent {
  /**
   * Somebody has a lock that the reading needs.
   *
   * @param wanted the relation that is locked, or the kind of lock if it is of no relation
   * @param waited since the reading began
   */
  record Waiting(String wanted, ImmutableList<Holder> holders, Duration waited)
      implements ReadEvent {
    @Override
    public String toString() {
      return "waits for a lock on %s, which is held or asked for by %s"
          .formatted(wanted, holders.stream().map(Holder::toString).collect(joining(" and ")));
    }
  }

  /**
   * Somebody changes the schema, and it is read again.
   *
   * @param reason what was changed, or what the server said of it
   */
  record Changed(String reason) implements ReadEvent {
    @Override
    public String toString() {
      return reason + "; reading it again";
    }
  }

  /**
   * A session that has a lock, or waits for it before us.
   *
   * @param pid the process of the server; 0 for a prepared transaction
   * @param user empty for a prepared transaction, or a session that has gone
   * @param sinceQuery how long ago it began its latest query, where the server lets us know
   */
  record Holder(
      int pid, Optional<String> user, Optional<String> application, Optional<Duration> sinceQuery) {
    @Override
    public String toString() {
      if (pid == 0) {
        return "a prepared transaction (see pg_prepared_xacts)";
      }
      return "process "
          + pid
          + user.map(name -> " of user " + name).orElse("")
          + application.filter(name -> !name.isEmpty()).map(name -> ", " + name).orElse("")
          + sinceQuery
              .map(age -> " (its latest query began " + age.toSeconds() + " s ago)")
              .orElse("");
    }
  }
}
