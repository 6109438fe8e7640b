package dev.schemasync.emitter.access;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.KindSyntax;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.plan.Step;
import java.util.List;
import java.util.Optional;

/** GRANT and REVOKE. */
public final class PrivilegeStatements {
  private PrivilegeStatements() {}

  /** GRANT. */
  public static Emission grant(Step.GrantPrivileges step) {
    return new Emission(
        Headline.about("GRANT", "grant on", step),
        facts("grant", step.object(), step.privileges(), step.grantee()),
        sql -> grant(sql, step),
        step.grantor());
  }

  /** REVOKE. */
  public static Emission revoke(Step.RevokePrivileges step) {
    return new Emission(
        Headline.about("REVOKE", "revoke on", step),
        facts("revoke", step.object(), step.privileges(), step.grantee()),
        sql -> revoke(sql, step),
        step.grantor());
  }

  /** JSqlParser knows the privileges on relations. */
  private static Optional<Facts> facts(
      String action, ObjectId object, Iterable<Privilege> privileges, Grantee grantee) {
    if (!(object instanceof ObjectId.InSchema inSchema)) {
      return Optional.empty();
    }
    Facts.Builder facts = Facts.of(action, inSchema.name());
    privileges.forEach(privilege -> facts.with("privileges", privilege.name()));
    return Optional.of(facts.naming("role", List.of(grantee.toString())).build());
  }

  /** The grantor is whoever runs the statement: GRANTED BY accepts no other. */
  private static SqlWriter grant(SqlWriter sql, Step.GrantPrivileges step) {
    privileges(sql.keyword("GRANT"), step.object(), step.privileges()).keyword("TO");
    return Clauses.grantee(sql, step.grantee())
        .when(step.grantable(), w -> w.keyword("WITH GRANT OPTION"));
  }

  private static SqlWriter revoke(SqlWriter sql, Step.RevokePrivileges step) {
    privileges(sql.keyword("REVOKE"), step.object(), step.privileges()).keyword("FROM");
    return Clauses.grantee(sql, step.grantee());
  }

  private static SqlWriter privileges(
      SqlWriter sql, ObjectId object, ImmutableSortedSet<Privilege> privileges) {
    if (privileges.isEmpty()) {
      throw new Rejection("the step names no privilege");
    }
    if (object instanceof ObjectId.Part column && column.kind() == ObjectKind.COLUMN) {
      return sql.list(
              privileges,
              (w, privilege) -> w.word(privilege).parenthesised(v -> v.identifier(column.name())))
          .keyword("ON TABLE")
          .qualified(ObjectReference.relation(column));
    }
    return object(sql.list(privileges, SqlWriter::word).keyword("ON"), object);
  }

  private static SqlWriter object(SqlWriter sql, ObjectId object) {
    SqlWriter kind =
        KindSyntax.of(object.kind())
            .grant()
            .map(sql::word)
            .orElseThrow(
                () -> new Rejection("a %s has no privileges".formatted(object.kind().noun())));
    // GRANT knows no aggregates, so the star of their signature is not in its grammar.
    return object instanceof ObjectId.Routine(var k, var name, var arguments)
            && k == ObjectKind.AGGREGATE
        ? ObjectReference.name(kind, new ObjectId.Routine(ObjectKind.FUNCTION, name, arguments))
        : ObjectReference.name(kind, object);
  }
}
