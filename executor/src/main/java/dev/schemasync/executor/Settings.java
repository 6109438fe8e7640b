package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Sql;
import java.time.Duration;

/** The statements that prepare a session. */
final class Settings {
  /**
   * Keeps a session that waits, for other shards or for work, from being ended for it, and lets it
   * read the views that a materialized view is made of: by whichever of these settings the server
   * knows. One row: of more, a batch takes the first and leaves the others unmade.
   */
  static final String UNHINDERED =
      """
      SELECT pg_catalog.count(pg_catalog.set_config(
        name, CASE vartype WHEN 'integer' THEN '0' ELSE '' END, false))
      FROM pg_catalog.pg_settings
      WHERE name IN (
        'idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout',
        'restrict_nonsystem_relation_kind')\
      """;

  private Settings() {}

  /** The script's own, then limits of ours. */
  static ImmutableList<String> of(Script script, ExecutionOptions options) {
    return ImmutableList.<String>builder()
        .addAll(forParser(script))
        .add(lockTimeout(options.lockTimeout()))
        .add("SET statement_timeout = " + options.statementTimeout().toMillis())
        .add(UNHINDERED)
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
