package dev.schemasync.emitter.routine;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Conversion;
import dev.schemasync.model.plan.Step;

/** Conversions between encodings. */
public final class ConversionStatements {
  private ConversionStatements() {}

  /** CREATE CONVERSION. */
  public static Emission create(Step.CreateConversion step) {
    Conversion conversion = step.conversion();
    return conversion.byDefault()
        ? Emission.notCovered(
            Headline.create("DEFAULT CONVERSION", step),
            sql -> definition(sql.keyword("CREATE DEFAULT CONVERSION"), conversion))
        : Emission.notCovered(
            Headline.create("CONVERSION", step),
            sql -> definition(sql.keyword("CREATE CONVERSION"), conversion));
  }

  private static SqlWriter definition(SqlWriter sql, Conversion conversion) {
    return sql.qualified(conversion.name())
        .keyword("FOR")
        .literal(conversion.from())
        .keyword("TO")
        .literal(conversion.to())
        .keyword("FROM")
        .qualified(conversion.function());
  }
}
