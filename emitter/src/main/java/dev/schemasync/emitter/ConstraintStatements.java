package dev.schemasync.emitter;

import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;

/** Constraints of tables and domains. */
final class ConstraintStatements {
  private ConstraintStatements() {}

  static SqlWriter add(SqlWriter sql, Constraint.Key key) {
    // Without ONLY the partitions would get keys of names that the server chooses.
    sql.keyword("ALTER TABLE ONLY").qualified(key.table()).keyword("ADD");
    named(sql, key.name());
    SqlWriter kind =
        switch (key) {
          case Constraint.PrimaryKey p -> sql.keyword("PRIMARY KEY");
          case Constraint.Unique u ->
              sql.keyword("UNIQUE")
                  .when(u.nullsNotDistinct(), w -> w.keyword("NULLS NOT DISTINCT"));
        };
    IndexStatements.include(kind.parenthesised(key.columns(), SqlWriter::identifier), key.include())
        .withParameters(key.storageParameters())
        .ifPresent(key.tablespace(), (w, t) -> w.keyword("USING INDEX TABLESPACE").identifier(t));
    return deferrability(sql, key.deferrability());
  }

  static SqlWriter add(SqlWriter sql, Constraint.Check check) {
    sql.keyword("ALTER TABLE").qualified(check.table()).keyword("ADD");
    return check(sql, check).when(!check.validated(), w -> w.keyword("NOT VALID"));
  }

  static SqlWriter add(SqlWriter sql, Step.AddNotNull step, ServerVersion target) {
    sql.keyword("ALTER TABLE").qualified(step.table());
    return target.has(Feature.NAMED_NOT_NULL)
        ? sql.keyword("ADD")
            .ifPresent(step.notNull().name(), ConstraintStatements::named)
            .keyword("NOT NULL")
            .identifier(step.column())
            .when(step.notNull().noInherit(), w -> w.keyword("NO INHERIT"))
            .when(!step.notNull().validated(), w -> w.keyword("NOT VALID"))
        : sql.keyword("ALTER COLUMN").identifier(step.column()).keyword("SET NOT NULL");
  }

  static SqlWriter add(SqlWriter sql, Step.AddForeignKey step) {
    Constraint.ForeignKey key = step.foreignKey();
    // No ONLY: a foreign key of a partitioned table is one of its partitions too.
    sql.keyword("ALTER TABLE").qualified(key.table()).keyword("ADD");
    named(sql, key.name())
        .keyword("FOREIGN KEY")
        .parenthesised(key.columns(), SqlWriter::identifier)
        .keyword("REFERENCES")
        .qualified(key.referencedTable())
        .parenthesised(key.referencedColumns(), SqlWriter::identifier)
        .when(key.match() != Constraint.Match.SIMPLE, w -> w.keyword("MATCH").word(key.match()))
        .when(
            key.onUpdate() != Constraint.Action.NO_ACTION,
            w -> w.keyword("ON UPDATE").word(key.onUpdate()))
        .when(
            key.onDelete() != Constraint.Action.NO_ACTION,
            w -> w.keyword("ON DELETE").word(key.onDelete()))
        .when(
            !key.onDeleteColumns().isEmpty(),
            w -> w.parenthesised(key.onDeleteColumns(), SqlWriter::identifier));
    return deferrability(sql, key.deferrability())
        .when(step.notValid(), w -> w.keyword("NOT VALID"));
  }

  static SqlWriter validate(SqlWriter sql, Step.ValidateConstraint step) {
    return ObjectReference.write(sql.keyword("ALTER"), step.of())
        .keyword("VALIDATE CONSTRAINT")
        .identifier(step.constraint());
  }

  /** The definition of a check of a table. */
  static SqlWriter check(SqlWriter sql, Constraint.Check check) {
    return check(sql, check.name(), check.expression())
        .when(check.noInherit(), w -> w.keyword("NO INHERIT"));
  }

  /** The definition of a check of a domain. */
  static SqlWriter check(SqlWriter sql, Type.DomainCheck check) {
    return check(sql, check.name(), check.expression());
  }

  /** When a constraint or constraint trigger is checked, if that can be put off. */
  static SqlWriter deferrability(SqlWriter sql, Constraint.Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> sql;
      case DEFERRABLE -> sql.keyword("DEFERRABLE");
      case INITIALLY_DEFERRED -> sql.keyword("DEFERRABLE INITIALLY DEFERRED");
    };
  }

  private static SqlWriter check(SqlWriter sql, Identifier name, SqlText expression) {
    // A pair of parentheses too many leaves no trace: the server keeps the parsed expression.
    return named(sql, name).keyword("CHECK").parenthesised(w -> w.verbatim(expression));
  }

  private static SqlWriter named(SqlWriter sql, Identifier name) {
    return sql.keyword("CONSTRAINT").identifier(name);
  }
}
