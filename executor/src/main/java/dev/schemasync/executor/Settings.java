package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Sql;
import java.time.Duration;

/** The statements that prepare a session. */
final class Settings {
  private Settings() {}

  /** The script's own, then limits of ours. */
  static ImmutableList<String> of(Script script, ExecutionOptions options) {
    return ImmutableList.<String>builder()
        .addAll(forParser(script))
        .add(lockTimeout(options.lockTimeout()))
        .add("SET statement_timeout = " + options.statementTimeout().toMillis())
        // A shard that is ready waits for the others inside its transaction.
        .add("SET idle_in_transaction_session_timeout = 0")
        .build();
  }

  /** What decides how a text is read. */
  static ImmutableList<String> forParser(Script script) {
    return ImmutableList.<String>builder()
        .addAll(script.session().stream().map(Sql::text).iterator())
        .add("SET standard_conforming_strings = on")
        .build();
  }

  static String lockTimeout(Duration timeout) {
    return "SET lock_timeout = " + timeout.toMillis();
  }
}
