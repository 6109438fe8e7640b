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
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.List;
import java.util.Optional;

/** GRANT and REVOKE. */
public final class PrivilegeStatements {
  private PrivilegeStatements() {}

  /** GRANT. */
  public static Emission grant(Step.GrantPrivileges step) {
    return new Emission(
        headline("GRANT", "grant on", step),
        facts("grant", step.object(), step.privileges(), step.grantee()),
        sql -> grant(sql, step),
        step.grantor());
  }

  /** REVOKE. */
  public static Emission revoke(Step.RevokePrivileges step) {
    return new Emission(
        headline("REVOKE", "revoke on", step),
        facts("revoke", step.object(), step.privileges(), step.grantee()),
        sql -> revoke(sql, step),
        step.grantor());
  }

  private static Headline headline(String verb, String words, Step step) {
    return Headline.about(
        step.object().kind() == ObjectKind.DEFAULT_ACL ? "ALTER DEFAULT PRIVILEGES" : verb,
        words,
        step);
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
    privileges(beginning(sql, step).keyword("GRANT"), step.object(), step.privileges())
        .keyword("TO");
    return Clauses.grantee(sql, step.grantee())
        .when(step.grantable(), w -> w.keyword("WITH GRANT OPTION"));
  }

  private static SqlWriter revoke(SqlWriter sql, Step.RevokePrivileges step) {
    privileges(beginning(sql, step).keyword("REVOKE"), step.object(), step.privileges())
        .keyword("FROM");
    return Clauses.grantee(sql, step.grantee());
  }

  /** Default privileges say whose and where they are before they say what. */
  private static SqlWriter beginning(SqlWriter sql, Step step) {
    return step.object() instanceof ObjectId.Formed(var k, ObjectForm.DefaultsOf defaults)
        ? sql.keyword("ALTER DEFAULT PRIVILEGES FOR ROLE")
            .identifier(defaults.role())
            .ifPresent(defaults.schema(), (w, schema) -> w.keyword("IN SCHEMA").identifier(schema))
        : sql;
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
    if (object instanceof ObjectId.Formed(var k, ObjectForm.AclOf acl)) {
      return whatComes(sql, acl, privileges);
    }
    return object(sql.list(privileges, SqlWriter::word).keyword("ON"), object);
  }

  private static SqlWriter whatComes(
      SqlWriter sql, ObjectForm.AclOf acl, ImmutableSortedSet<Privilege> privileges) {
    sql.list(
            privileges,
            (w, privilege) ->
                w.word(privilege)
                    .ifPresent(
                        acl.column(), (v, column) -> v.parenthesised(u -> u.identifier(column))))
        .keyword("ON")
        .word(acl.on());
    acl.schema()
        .ifPresentOrElse(
            schema -> sql.qualified(new QualifiedName(schema, acl.name())),
            () -> sql.identifier(acl.name()));
    return sql.when(
        acl.on() == ObjectForm.AclOf.On.ROUTINE,
        w -> w.arguments(v -> v.list(acl.arguments(), SqlWriter::type)));
  }

  private static SqlWriter object(SqlWriter sql, ObjectId object) {
    if (object instanceof ObjectId.Formed(var k, ObjectForm.DefaultsOf defaults)) {
      return sql.word(defaults.on());
    }
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
