package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import dev.schemasync.emitter.access.PrivilegeStatements;
import dev.schemasync.emitter.check.StatementCheck;
import dev.schemasync.emitter.relation.RuleStatements;
import dev.schemasync.emitter.routine.RoutineStatements;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.type.CollationStatements;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.ChangedAcl;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.emitting.EmitterKey;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes statements that make a server read a text and keep what it understood: most are views over
 * the very relation that the text is about, which nobody reads from.
 */
public final class ProbeStatements {
  private ProbeStatements() {}

  /** What prepares a session for probes, and the statements of each. */
  public static ImmutableList<Sql> of(Iterable<Probe> probes) {
    return ImmutableList.<Sql>builder()
        .addAll(SessionStatements.all())
        .addAll(Iterables.concat(Iterables.transform(probes, ProbeStatements::statements)))
        .build();
  }

  /** Statements that fail where a server does not have what the privileges are on. */
  public static ImmutableList<Sql> ofPrivileges(Iterable<ChangedAcl> acls) {
    ImmutableList.Builder<Sql> statements = ImmutableList.builder();
    statements.addAll(SessionStatements.all());
    for (ChangedAcl acl : acls) {
      Privilege any =
          Stream.concat(acl.privileges().granted().stream(), acl.privileges().revoked().stream())
              .findFirst()
              .orElseThrow()
              .privilege();
      SqlWriter sql = new SqlWriter();
      PrivilegeStatements.revoke(
              new Step.RevokePrivileges(
                  acl.id(), ImmutableSortedSet.of(any), new Grantee.Everybody(), Optional.empty()))
          .sql()
          .accept(sql);
      statements.add(Sql.emitted(EmitterKey.KEY, sql.text()));
    }
    return statements.build();
  }

  /** Writes a statement and returns the keywords that it begins with. */
  private interface Writing {
    String into(SqlWriter sql);
  }

  private static ImmutableList<Sql> statements(Probe probe) {
    return probe.context() instanceof Probe.Context.Action action
        ? ImmutableList.of(
            statement(probe, sql -> rows(sql, probe, action)),
            statement(probe, sql -> write(sql, probe)))
        : ImmutableList.of(statement(probe, sql -> write(sql, probe)));
  }

  private static Sql statement(Probe probe, Writing writing) {
    SqlWriter sql = new SqlWriter();
    String keywords = writing.into(sql);
    try {
      StatementCheck.check(sql.text(), keywords);
    } catch (Rejection e) {
      throw new IllegalStateException("cannot ask about a text of the " + probe.object(), e);
    }
    return Sql.emitted(EmitterKey.KEY, sql.text());
  }

  /** Writes the statement and returns the keywords that it begins with. */
  private static String write(SqlWriter sql, Probe probe) {
    return switch (probe.context()) {
      case Probe.Context.Alone alone -> expression(sql, probe);
      case Probe.Context.Row(var relation) -> {
        String keywords = expression(sql, probe);
        sql.keyword("FROM ONLY").qualified(relation);
        yield keywords;
      }
      case Probe.Context.Rows(var relation) -> {
        String keywords = expression(sql, probe);
        sql.keyword("FROM ONLY").qualified(relation).keyword("old").comma();
        sql.keyword("ONLY").qualified(relation).keyword("new");
        yield keywords;
      }
      case Probe.Context.Action action -> {
        RuleStatements.probe(sql, probe, action.event());
        yield "CREATE RULE";
      }
      case Probe.Context.Value(var type, var collation) -> {
        String keywords = expression(sql, probe);
        sql.keyword("FROM")
            .parenthesised(
                w ->
                    Clauses.collate(
                            w.keyword("SELECT").parenthesised(v -> v.keyword("NULL::").type(type)),
                            collation)
                        .keyword("AS value"))
            .keyword("AS domain");
        yield keywords;
      }
      case Probe.Context.Locale locale -> {
        CollationStatements.icu(sql, probe.name(), probe.text());
        yield "CREATE COLLATION";
      }
      case Probe.Context.Query query -> {
        String keywords = view(sql, probe);
        sql.verbatim(probe.text());
        yield keywords;
      }
      case Probe.Context.Body(var routine) -> body(sql, probe, routine);
    };
  }

  private static String view(SqlWriter sql, Probe probe) {
    return view(sql, probe.name());
  }

  private static String view(SqlWriter sql, QualifiedName name) {
    sql.keyword("CREATE VIEW").qualified(name).keyword("AS");
    return "CREATE VIEW";
  }

  /** A rule can be made by the owner of a relation only, and keeps others from it. */
  private static String rows(SqlWriter sql, Probe probe, Probe.Context.Action action) {
    String keywords = view(sql, probe.rows());
    sql.keyword("SELECT * FROM ONLY").qualified(action.relation());
    return keywords;
  }

  /** The type of an expression must not matter: a view has no columns of some. */
  private static String expression(SqlWriter sql, Probe probe) {
    String keywords = view(sql, probe);
    sql.keyword("SELECT").parenthesised(w -> w.verbatim(probe.text())).keyword("IS NULL AS probe");
    return keywords;
  }

  private static String body(SqlWriter sql, Probe probe, Routine routine) {
    return switch (routine) {
      case Function function -> {
        RoutineStatements.create(sql, probe.name(), function);
        yield "CREATE FUNCTION";
      }
      case Procedure procedure -> {
        RoutineStatements.create(sql, probe.name(), procedure);
        yield "CREATE PROCEDURE";
      }
      case Aggregate aggregate ->
          throw new IllegalArgumentException(aggregate.id() + " has no body");
    };
  }
}
