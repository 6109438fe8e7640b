package dev.schemasync.emitter.schema;

import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.plan.Step;
import java.util.List;

/** Schemas and extensions. */
public final class SchemaStatements {
  private SchemaStatements() {}

  /** CREATE SCHEMA. */
  public static Emission create(Step.CreateSchema step) {
    return Emission.crossChecked(
        Headline.create("SCHEMA", step),
        Facts.of("create schema", List.of(step.schema().name().value())).build(),
        sql -> create(sql, step.schema()));
  }

  /** CREATE EXTENSION. */
  public static Emission create(Step.CreateExtension step) {
    return Emission.notCovered(Headline.create("EXTENSION", step), sql -> create(sql, step));
  }

  private static SqlWriter create(SqlWriter sql, Schema schema) {
    return sql.keyword("CREATE SCHEMA").identifier(schema.name());
  }

  private static SqlWriter create(SqlWriter sql, Step.CreateExtension step) {
    return sql.keyword("CREATE EXTENSION")
        .identifier(step.extension().name())
        .keyword("WITH SCHEMA")
        .identifier(step.extension().schema())
        .ifPresent(step.version(), (w, version) -> w.keyword("VERSION").literal(version));
  }
}
