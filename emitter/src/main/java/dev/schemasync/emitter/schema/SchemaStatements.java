package dev.schemasync.emitter.schema;

import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.name.Identifier;
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

  /** ALTER … DEPENDS ON EXTENSION, or ALTER EXTENSION … ADD. */
  public static Emission tie(Step.TieToExtension step) {
    Identifier extension = step.tie().extension();
    return switch (step.tie().tie()) {
      case DEPENDENCY ->
          Emission.notCovered(
              Headline.about("ALTER", "make", step),
              sql ->
                  dependent(sql.keyword("ALTER"), step.named())
                      .keyword("DEPENDS ON EXTENSION")
                      .identifier(extension));
      case MEMBERSHIP ->
          Emission.notCovered(
              Headline.about("ALTER EXTENSION", "make", step),
              sql ->
                  ObjectReference.write(
                      sql.keyword("ALTER EXTENSION").identifier(extension).keyword("ADD"),
                      step.named()));
    };
  }

  /** ALTER AGGREGATE does not know it, ALTER ROUTINE does for aggregates too. */
  private static SqlWriter dependent(SqlWriter sql, ObjectId object) {
    return object instanceof ObjectId.Routine(var kind, var name, var arguments)
            && kind == ObjectKind.AGGREGATE
        ? ObjectReference.name(
            sql.keyword("ROUTINE"), new ObjectId.Routine(ObjectKind.FUNCTION, name, arguments))
        : ObjectReference.write(sql, object);
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
