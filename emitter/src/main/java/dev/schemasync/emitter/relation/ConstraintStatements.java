package dev.schemasync.emitter.relation;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;
import java.util.stream.Stream;

/** Constraints of tables and domains. */
public final class ConstraintStatements {
  private ConstraintStatements() {}

  /** ADD PRIMARY KEY and ADD UNIQUE. */
  public static Emission addKey(Step.AddKey step) {
    Constraint.Key key = step.key();
    String action =
        switch (key) {
          case Constraint.PrimaryKey p -> "add primary key";
          case Constraint.Unique u -> "add unique";
        };
    Headline headline = Headline.named("ALTER TABLE ONLY", "add key", step);
    if (key.withoutOverlaps()) {
      return Emission.notCovered(headline, sql -> add(sql, key));
    }
    return Emission.crossChecked(
        headline,
        facts(action, key).naming("columns", key.columns().stream()).build(),
        sql -> add(sql, key));
  }

  /** ADD EXCLUDE. */
  public static Emission addExclusion(Step.AddExclusion step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "add exclusion constraint", step),
        sql -> add(sql, step.exclusion()));
  }

  /** ADD CHECK. */
  public static Emission addCheck(Step.AddCheck step) {
    Headline headline = Headline.named("ALTER TABLE", "add check", step);
    return step.check().enforced()
        ? Emission.crossChecked(
            headline, facts("add check", step.check()).build(), sql -> add(sql, step.check()))
        : Emission.notCovered(headline, sql -> add(sql, step.check()));
  }

  /** ADD NOT NULL, and SET NOT NULL on servers whose NOT NULL constraints have no name. */
  public static Emission addNotNull(Step.AddNotNull step, ServerVersion target) {
    return Emission.notCovered(
        Headline.named(step.only() ? "ALTER TABLE ONLY" : "ALTER TABLE", "add NOT NULL to", step),
        sql -> add(sql, step, target));
  }

  /** ADD FOREIGN KEY. */
  public static Emission addForeignKey(Step.AddForeignKey step) {
    Constraint.ForeignKey key = step.foreignKey();
    Headline headline = Headline.named("ALTER TABLE", "add foreign key", step);
    if (!key.enforced() || key.period()) {
      return Emission.notCovered(headline, sql -> add(sql, step));
    }
    return Emission.crossChecked(
        headline,
        facts("add foreign key", key)
            .naming("columns", key.columns().stream())
            .naming("references", key.referencedTable())
            .naming("referenced columns", key.referencedColumns().stream())
            .build(),
        sql -> add(sql, step));
  }

  /** VALIDATE CONSTRAINT. */
  public static Emission validate(Step.ValidateConstraint step) {
    return Emission.notCovered(
        Headline.named(
            step.of().kind() == ObjectKind.DOMAIN ? "ALTER DOMAIN" : "ALTER TABLE",
            "validate constraint",
            step),
        sql -> validate(sql, step));
  }

  private static Facts.Builder facts(String action, Constraint constraint) {
    return Facts.of(action, constraint.table()).naming("name", Stream.of(constraint.name()));
  }

  /** Without ONLY the partitions would get constraints of names that the server chooses. */
  private static SqlWriter addTo(SqlWriter sql, Constraint.Indexed constraint) {
    sql.keyword("ALTER TABLE ONLY").qualified(constraint.table()).keyword("ADD");
    return Clauses.constraint(sql, constraint.name());
  }

  private static SqlWriter index(SqlWriter sql, Constraint.Indexed constraint) {
    return IndexStatements.include(sql, constraint.include())
        .withParameters(constraint.storageParameters())
        .ifPresent(
            constraint.tablespace(), (w, t) -> w.keyword("USING INDEX TABLESPACE").identifier(t));
  }

  private static SqlWriter add(SqlWriter sql, Constraint.Key key) {
    addTo(sql, key);
    SqlWriter kind =
        switch (key) {
          case Constraint.PrimaryKey p -> sql.keyword("PRIMARY KEY");
          case Constraint.Unique u ->
              sql.keyword("UNIQUE")
                  .when(u.nullsNotDistinct(), w -> w.keyword("NULLS NOT DISTINCT"));
        };
    index(
        kind.parenthesised(
            w ->
                w.list(key.columns(), SqlWriter::identifier)
                    .when(key.withoutOverlaps(), v -> v.keyword("WITHOUT OVERLAPS"))),
        key);
    return Clauses.deferrability(sql, key.deferrability());
  }

  private static SqlWriter add(SqlWriter sql, Constraint.Exclusion exclusion) {
    addTo(sql, exclusion)
        .keyword("EXCLUDE USING")
        .identifier(exclusion.method())
        .parenthesised(exclusion.elements(), ConstraintStatements::element);
    index(sql, exclusion)
        .ifPresent(exclusion.predicate(), (w, text) -> Clauses.condition(w.keyword("WHERE"), text));
    return Clauses.deferrability(sql, exclusion.deferrability());
  }

  private static void element(SqlWriter sql, Constraint.Exclusion.Element element) {
    IndexStatements.key(sql, element.key()).keyword("WITH").operator(element.operator());
  }

  private static SqlWriter add(SqlWriter sql, Constraint.Check check) {
    sql.keyword("ALTER TABLE").qualified(check.table()).keyword("ADD");
    return check(sql, check)
        .when(!check.enforced(), w -> w.keyword("NOT ENFORCED"))
        .when(!check.validated(), w -> w.keyword("NOT VALID"));
  }

  private static SqlWriter add(SqlWriter sql, Step.AddNotNull step, ServerVersion target) {
    (step.only() ? sql.keyword("ALTER TABLE ONLY") : sql.keyword("ALTER TABLE"))
        .qualified(step.table());
    return target.has(Feature.NAMED_NOT_NULL)
        ? sql.keyword("ADD")
            .ifPresent(step.notNull().name(), Clauses::constraint)
            .keyword("NOT NULL")
            .identifier(step.column())
            .when(step.notNull().noInherit(), w -> w.keyword("NO INHERIT"))
            .when(!step.notNull().validated(), w -> w.keyword("NOT VALID"))
        : sql.keyword("ALTER COLUMN").identifier(step.column()).keyword("SET NOT NULL");
  }

  private static SqlWriter add(SqlWriter sql, Step.AddForeignKey step) {
    Constraint.ForeignKey key = step.foreignKey();
    // No ONLY: a foreign key of a partitioned table is one of its partitions too.
    sql.keyword("ALTER TABLE").qualified(key.table()).keyword("ADD");
    Clauses.constraint(sql, key.name())
        .keyword("FOREIGN KEY")
        .parenthesised(w -> columns(w, key.columns(), key.period()))
        .keyword("REFERENCES")
        .qualified(key.referencedTable())
        .parenthesised(w -> columns(w, key.referencedColumns(), key.period()))
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
    return Clauses.deferrability(sql, key.deferrability())
        .when(!key.enforced(), w -> w.keyword("NOT ENFORCED"))
        .when(step.notValid(), w -> w.keyword("NOT VALID"));
  }

  private static void columns(SqlWriter sql, ImmutableList<Identifier> columns, boolean period) {
    if (period) {
      sql.list(columns.subList(0, columns.size() - 1), SqlWriter::identifier)
          .comma()
          .keyword("PERIOD")
          .identifier(columns.getLast());
    } else {
      sql.list(columns, SqlWriter::identifier);
    }
  }

  private static SqlWriter validate(SqlWriter sql, Step.ValidateConstraint step) {
    return ObjectReference.write(sql.keyword("ALTER"), step.of())
        .keyword("VALIDATE CONSTRAINT")
        .identifier(step.constraint());
  }

  /** The definition of a check of a table. */
  static SqlWriter check(SqlWriter sql, Constraint.Check check) {
    return Clauses.check(sql, check.name(), check.expression())
        .when(check.noInherit(), w -> w.keyword("NO INHERIT"));
  }
}
