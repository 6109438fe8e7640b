package dev.schemasync.emitter.relation;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;

/** Changes of columns of a table that exists. */
public final class ColumnStatements {
  private ColumnStatements() {}

  /** ALTER COLUMN … SET DEFAULT. */
  public static Emission setDefault(Step.SetDefault step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set default of", step), sql -> setDefault(sql, step));
  }

  /** ALTER COLUMN … DROP DEFAULT. */
  public static Emission dropDefault(Step.DropDefault step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "drop default of", step),
        sql -> alter(sql, step.relation(), step.column()).keyword("DROP DEFAULT"));
  }

  /** ALTER COLUMN … ADD GENERATED … AS IDENTITY. */
  public static Emission addIdentity(Step.AddIdentity step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "add identity to", step),
        sql ->
            SequenceStatements.identity(
                alter(sql, ObjectId.table(step.table()), step.column()).keyword("ADD"),
                step.kind(),
                step.sequence()));
  }

  /** ALTER COLUMN … DROP NOT NULL. */
  public static Emission dropNotNull(Step.DropNotNull step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "drop NOT NULL of", step),
        sql -> alter(sql, ObjectId.table(step.table()), step.column()).keyword("DROP NOT NULL"));
  }

  /** ALTER COLUMN … SET STATISTICS. */
  public static Emission setStatistics(Step.SetColumnStatistics step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set statistics of", step),
        sql -> setStatistics(sql, step));
  }

  /** ALTER COLUMN … SET STORAGE. */
  public static Emission setStorage(Step.SetColumnStorage step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set storage of", step), sql -> setStorage(sql, step));
  }

  /** ALTER COLUMN … SET COMPRESSION. */
  public static Emission setCompression(Step.SetColumnCompression step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set compression of", step),
        sql -> setCompression(sql, step));
  }

  /** ALTER COLUMN … SET. */
  public static Emission setOptions(Step.SetColumnOptions step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set options of", step), sql -> setOptions(sql, step));
  }

  /** ALTER COLUMN … OPTIONS. */
  public static Emission setForeignOptions(Step.SetForeignColumnOptions step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set foreign options of", step),
        sql -> setForeignOptions(sql, step));
  }

  private static SqlWriter setDefault(SqlWriter sql, Step.SetDefault step) {
    return alter(sql, step.relation(), step.column())
        .keyword("SET DEFAULT")
        .verbatim(step.expression());
  }

  private static SqlWriter setStatistics(SqlWriter sql, Step.SetColumnStatistics step) {
    return alter(sql, step.relation(), step.column())
        .keyword("SET STATISTICS")
        .number(step.target());
  }

  private static SqlWriter setStorage(SqlWriter sql, Step.SetColumnStorage step) {
    return alter(sql, step.relation(), step.column()).keyword("SET STORAGE").word(step.storage());
  }

  private static SqlWriter setOptions(SqlWriter sql, Step.SetColumnOptions step) {
    return alter(sql, step.relation(), step.column()).keyword("SET").parameters(step.options());
  }

  private static SqlWriter setCompression(SqlWriter sql, Step.SetColumnCompression step) {
    alter(sql, step.relation(), step.column()).keyword("SET COMPRESSION");
    return step.compression().map(sql::word).orElseGet(() -> sql.keyword("DEFAULT"));
  }

  private static SqlWriter setForeignOptions(SqlWriter sql, Step.SetForeignColumnOptions step) {
    return Clauses.changedOptions(
        alter(sql, ObjectId.table(step.table()), step.column()), step.present(), step.options());
  }

  private static SqlWriter alter(SqlWriter sql, ObjectId.InSchema relation, Identifier column) {
    return sql.keyword("ALTER TABLE ONLY")
        .qualified(relation.name())
        .keyword("ALTER COLUMN")
        .identifier(column);
  }
}
