package dev.schemasync.emitter;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.plan.Step;

/** GRANT and REVOKE. */
final class PrivilegeStatements {
  private PrivilegeStatements() {}

  /** The grantor is whoever runs the statement: GRANTED BY accepts no other. */
  static SqlWriter grant(SqlWriter sql, Step.GrantPrivileges step) {
    privileges(sql.keyword("GRANT"), step.object(), step.privileges()).keyword("TO");
    return grantee(sql, step.grantee()).when(step.grantable(), w -> w.keyword("WITH GRANT OPTION"));
  }

  static SqlWriter revoke(SqlWriter sql, Step.RevokePrivileges step) {
    privileges(sql.keyword("REVOKE"), step.object(), step.privileges()).keyword("FROM");
    return grantee(sql, step.grantee());
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
        switch (object.kind()) {
          case SCHEMA -> sql.keyword("SCHEMA");
          case ENUM, COMPOSITE_TYPE -> sql.keyword("TYPE");
          case DOMAIN -> sql.keyword("DOMAIN");
          case FUNCTION, AGGREGATE -> sql.keyword("FUNCTION");
          case PROCEDURE -> sql.keyword("PROCEDURE");
          case SEQUENCE -> sql.keyword("SEQUENCE");
          case TABLE, VIEW, MATERIALIZED_VIEW -> sql.keyword("TABLE");
          case EXTENSION,
              COLUMN,
              COLUMN_DEFAULT,
              CONSTRAINT,
              INDEX,
              TRIGGER,
              PUBLICATION,
              UNSUPPORTED ->
              throw new Rejection("a %s has no privileges".formatted(object.kind().noun()));
        };
    // GRANT knows no aggregates, so the star of their signature is not in its grammar.
    return object instanceof ObjectId.Routine(var k, var name, var arguments)
            && k == ObjectKind.AGGREGATE
        ? ObjectReference.name(kind, new ObjectId.Routine(ObjectKind.FUNCTION, name, arguments))
        : ObjectReference.name(kind, object);
  }

  private static SqlWriter grantee(SqlWriter sql, Grantee grantee) {
    return switch (grantee) {
      case Grantee.Everybody everybody -> sql.keyword("PUBLIC");
      case Grantee.Role(var name) -> sql.identifier(name);
    };
  }
}
