package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.Statement;
import dev.schemasync.model.script.emitting.EmitterKey;
import java.util.stream.Stream;

/**
 * The settings that every session of a script needs: those under which texts were deparsed, and
 * those that make an absent clause mean PostgreSQL's default and not the server's. Timeouts are the
 * executor's.
 */
final class SessionStatements {
  private SessionStatements() {}

  static ImmutableList<Sql> all() {
    return Stream.of(
            // First, since it decides how the strings of the others are read.
            write().keyword("SET standard_conforming_strings TO on"),
            write().keyword("SET client_encoding TO 'UTF8'"),
            write().keyword("SET client_min_messages TO warning"),
            write().keyword("SET search_path TO ''"),
            write().keyword("SET \"DateStyle\" TO 'ISO'"),
            write().keyword("SET \"IntervalStyle\" TO postgres"),
            write().keyword("SET xmloption TO content"),
            write().keyword("SET array_nulls TO on"),
            write().keyword("SET transform_null_equals TO off"),
            // Bodies may name what comes later.
            write().keyword("SET check_function_bodies TO off"),
            // An error is better than rows left out in silence.
            write().keyword("SET row_security TO off"),
            write().keyword("SET default_transaction_isolation TO 'read committed'"),
            write().keyword("SET default_tablespace TO ''"),
            write().keyword("SET default_table_access_method TO heap"))
        .map(SessionStatements::emitted)
        .collect(ImmutableList.toImmutableList());
  }

  /** Those, and what the steps of a plan need beside them. */
  static ImmutableList<Sql> of(Plan plan) {
    return plan.unheard()
        ? ImmutableList.<Sql>builder()
            .addAll(all())
            .add(emitted(write().keyword("SET event_triggers TO off")))
            .build()
        : all();
  }

  /** Lets another role run a statement. */
  static Statement.Frame runBy(Identifier role) {
    return new Statement.Frame(
        emitted(write().keyword("SET ROLE").identifier(role)),
        emitted(write().keyword("RESET ROLE")));
  }

  private static Sql emitted(SqlWriter sql) {
    return Sql.emitted(EmitterKey.KEY, sql.text());
  }

  private static SqlWriter write() {
    return new SqlWriter();
  }
}
