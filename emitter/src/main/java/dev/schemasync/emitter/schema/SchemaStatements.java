package dev.schemasync.emitter.schema;

import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Extension;
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
    return Emission.notCovered(
        Headline.create("EXTENSION", step), sql -> create(sql, step.extension()));
  }

  private static SqlWriter create(SqlWriter sql, Schema schema) {
    return sql.keyword("CREATE SCHEMA").identifier(schema.name());
  }

  private static SqlWriter create(SqlWriter sql, Extension extension) {
    return sql.keyword("CREATE EXTENSION")
        .identifier(extension.name())
        .keyword("WITH SCHEMA")
        .identifier(extension.schema())
        .keyword("VERSION")
        .literal(extension.version());
  }
}
