package dev.schemasync.emitter.relation;

import dev.schemasync.emitter.sql.OneLine;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;

/**
 * The columns inside CREATE TABLE. Storage, statistics targets and options have steps of their own.
 */
final class ColumnDefinitions {
  private final Step.CreateTable step;
  private final ServerVersion target;

  ColumnDefinitions(Step.CreateTable step, ServerVersion target) {
    this.step = step;
    this.target = target;
  }

  void write(SqlWriter sql, Column column) {
    typed(sql, column, target);
    value(sql, column).ifPresent(column.notNull(), (w, n) -> notNull(w, n, target));
  }

  private static void typed(SqlWriter sql, Column column, ServerVersion target) {
    sql.identifier(column.name())
        .type(column.type())
        .when(
            target.has(Feature.COLUMN_COMPRESSION),
            w ->
                w.ifPresent(
                    column.compression(), (v, method) -> v.keyword("COMPRESSION").word(method)));
    Clauses.collate(sql, column.collation());
  }

  /** A column of a template, which has no more than its child must inherit. */
  static void ofTemplate(SqlWriter sql, Column column, ServerVersion target) {
    typed(sql, column, target);
    if (column.value() instanceof Column.Value.Generated generated) {
      generated(sql, generated);
    }
    sql.ifPresent(column.notNull(), (w, n) -> notNull(w, n, target));
  }

  /** The NOT NULL that a table has of its own on a column that it inherits. */
  static void notNull(SqlWriter sql, Column column) {
    column.notNull().flatMap(Column.NotNull::name).ifPresent(n -> Clauses.constraint(sql, n));
    sql.keyword("NOT NULL")
        .identifier(column.name())
        .when(column.notNull().orElseThrow().noInherit(), w -> w.keyword("NO INHERIT"));
  }

  private SqlWriter value(SqlWriter sql, Column column) {
    return switch (column.value()) {
      case Column.Value.None none -> sql;
      case Column.Value.Default(var expression) -> Clauses.defaultValue(sql, expression);
      case Column.Value.Generated generated -> generated(sql, generated);
      case Column.Value.Identity identity -> identity(sql, column, identity);
    };
  }

  private static SqlWriter generated(SqlWriter sql, Column.Value.Generated generated) {
    return sql.keyword("GENERATED ALWAYS AS")
        .parenthesised(w -> w.verbatim(generated.expression()))
        .word(generated.kind());
  }

  private SqlWriter identity(SqlWriter sql, Column column, Column.Value.Identity identity) {
    Sequence sequence = step.identitySequences().get(column.name());
    if (sequence == null) {
      if (step.table().partitionRole() instanceof PartitionRole.Partition) {
        return sql; // Attaching it gives the column the identity of its parent.
      }
      throw new Rejection(
          "identity column %s comes without its sequence %s"
              .formatted(
                  OneLine.of(column.name().value()), OneLine.of(identity.sequence().toString())));
    }
    return SequenceStatements.identity(sql, identity.kind(), sequence);
  }

  private static void notNull(SqlWriter sql, Column.NotNull notNull, ServerVersion target) {
    boolean named = target.has(Feature.NAMED_NOT_NULL);
    sql.when(
            named,
            w -> w.ifPresent(notNull.name(), (v, name) -> v.keyword("CONSTRAINT").identifier(name)))
        .keyword("NOT NULL")
        .when(named && notNull.noInherit(), w -> w.keyword("NO INHERIT"));
  }
}
