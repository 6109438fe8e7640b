package dev.schemasync.emitter.relation;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.plan.Step;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Extended statistics. */
public final class StatisticsStatements {
  private StatisticsStatements() {}

  /** CREATE STATISTICS. */
  public static Emission create(Step.CreateStatistics step) {
    return Emission.notCovered(
        Headline.named("CREATE STATISTICS", "create statistics", step),
        sql -> create(sql, step.statistics()));
  }

  /** ALTER STATISTICS … SET STATISTICS. */
  public static Emission setTarget(Step.SetStatisticsTarget step) {
    return Emission.notCovered(
        Headline.named("ALTER STATISTICS", "set target of statistics", step),
        sql ->
            sql.keyword("ALTER STATISTICS")
                .qualified(step.statistics())
                .keyword("SET STATISTICS")
                .number(step.target()));
  }

  private static SqlWriter create(SqlWriter sql, Statistics statistics) {
    Stream<Consumer<SqlWriter>> columns =
        statistics.columns().stream().map(column -> w -> w.identifier(column));
    Stream<Consumer<SqlWriter>> expressions =
        statistics.expressions().stream()
            .map(expression -> w -> w.parenthesised(v -> v.verbatim(expression)));
    return sql.keyword("CREATE STATISTICS")
        .qualified(statistics.name())
        .when(
            !statistics.kinds().isEmpty(),
            w -> w.parenthesised(statistics.kinds(), SqlWriter::word))
        .keyword("ON")
        .list(Stream.concat(columns, expressions).toList(), (w, item) -> item.accept(w))
        .keyword("FROM")
        .qualified(statistics.relation().name());
  }
}
