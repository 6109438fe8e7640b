package dev.schemasync.emitter.relation;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.catalog.PartitionKey;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.ServerVersion;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tables and their place in partitioning. */
public final class TableStatements {
  private TableStatements() {}

  /** CREATE TABLE or CREATE FOREIGN TABLE. */
  public static Emission create(Step.CreateTable step, ServerVersion target) {
    return switch (step.table().rows()) {
      case Table.Rows.Stored s -> createStored(step, target);
      case Table.Rows.Foreign foreign ->
          Emission.notCovered(
              Headline.named("CREATE FOREIGN TABLE", "create foreign table", step),
              sql -> createForeign(sql, step, foreign, target));
    };
  }

  private static Emission createStored(Step.CreateTable step, ServerVersion target) {
    Table table = step.table();
    return Emission.crossChecked(
        Headline.named("CREATE " + unlogged(table) + "TABLE", "create table", step),
        Facts.of("create table", table.name())
            .naming("columns", listed(step).map(Column::name))
            .naming("checks", step.checks().stream().map(Constraint.Check::name))
            .build(),
        sql -> create(sql, step, target));
  }

  /** The columns that are written: a child gets the others from its parents. */
  private static Stream<Column> listed(Step.CreateTable step) {
    return step.table().columns().stream().filter(c -> c.local() || step.inherits().isEmpty());
  }

  private static String unlogged(Table table) {
    return table.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
  }

  /** ALTER TABLE … ATTACH PARTITION. */
  public static Emission attach(Step.AttachPartition step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "attach partition", step), sql -> attach(sql, step));
  }

  /** ALTER TABLE … OF, NOT OF. */
  public static Emission setType(Step.SetTableType step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set type of", step), sql -> setType(sql, step));
  }

  /** ALTER TABLE … REPLICA IDENTITY. */
  public static Emission replicaIdentity(Step.SetReplicaIdentity step) {
    return Emission.notCovered(
        Headline.named("ALTER TABLE ONLY", "set replica identity of", step),
        sql -> replicaIdentity(sql, step));
  }

  private static SqlWriter create(SqlWriter sql, Step.CreateTable step, ServerVersion target) {
    Table table = step.table();
    sql.keyword("CREATE")
        .when(table.persistence() == Persistence.UNLOGGED, w -> w.keyword("UNLOGGED"))
        .keyword("TABLE");
    definition(sql, step, target)
        .ifPresent(table.partitionRole().partitionKey(), TableStatements::partitionBy);
    return storage(sql, table.accessMethod())
        .withParameters(table.storageParameters())
        .ifPresent(table.tablespace(), Clauses::tablespace);
  }

  private static SqlWriter createForeign(
      SqlWriter sql, Step.CreateTable step, Table.Rows.Foreign foreign, ServerVersion target) {
    definition(sql.keyword("CREATE FOREIGN TABLE"), step, target)
        .keyword("SERVER")
        .identifier(foreign.server());
    return Clauses.options(sql, foreign.options());
  }

  private static SqlWriter definition(SqlWriter sql, Step.CreateTable step, ServerVersion target) {
    return sql.qualified(step.table().name())
        .block(elements(step, target))
        .when(
            !step.inherits().isEmpty(),
            w -> w.keyword("INHERITS").parenthesised(step.inherits(), SqlWriter::qualified));
  }

  private static ImmutableList<Consumer<SqlWriter>> elements(
      Step.CreateTable step, ServerVersion target) {
    ColumnDefinitions columns = new ColumnDefinitions(step, target);
    ImmutableList.Builder<Consumer<SqlWriter>> elements = ImmutableList.builder();
    listed(step).forEach(column -> elements.add(sql -> columns.write(sql, column)));
    step.table().columns().stream()
        .filter(column -> !column.local() && !step.inherits().isEmpty())
        .filter(column -> column.notNull().isPresent())
        .forEach(column -> elements.add(sql -> ColumnDefinitions.notNull(sql, column)));
    step.checks().forEach(check -> elements.add(sql -> ConstraintStatements.check(sql, check)));
    return elements.build();
  }

  static SqlWriter storage(SqlWriter sql, Optional<Identifier> accessMethod) {
    return sql.ifPresent(accessMethod, (w, method) -> w.keyword("USING").identifier(method));
  }

  private static SqlWriter partitionBy(SqlWriter sql, PartitionKey key) {
    return sql.keyword("PARTITION BY")
        .word(key.strategy())
        .parenthesised(key.elements(), TableStatements::partitionElement);
  }

  private static void partitionElement(SqlWriter sql, PartitionKey.Element element) {
    Clauses.collate(keyExpression(sql, element.expression()), element.collation())
        .ifPresent(element.opclass(), SqlWriter::qualified);
  }

  static SqlWriter keyExpression(SqlWriter sql, KeyExpression expression) {
    return switch (expression) {
      case KeyExpression.OfColumn(var column) -> sql.identifier(column);
      case KeyExpression.OfExpression(var text) -> sql.verbatim(text);
    };
  }

  private static SqlWriter attach(SqlWriter sql, Step.AttachPartition step) {
    sql.keyword("ALTER TABLE ONLY")
        .qualified(step.parent())
        .keyword("ATTACH PARTITION")
        .qualified(step.partition());
    return switch (step.bound()) {
      case PartitionBound.Default d -> sql.keyword("DEFAULT");
      case PartitionBound.In(var values) ->
          sql.keyword("FOR VALUES IN").parenthesised(values, SqlWriter::verbatim);
      case PartitionBound.FromTo(var from, var to) ->
          sql.keyword("FOR VALUES FROM")
              .parenthesised(from, TableStatements::datum)
              .keyword("TO")
              .parenthesised(to, TableStatements::datum);
      case PartitionBound.Hash(var modulus, var remainder) ->
          sql.keyword("FOR VALUES WITH")
              .parenthesised(
                  w ->
                      w.keyword("modulus")
                          .number(modulus)
                          .comma()
                          .keyword("remainder")
                          .number(remainder));
    };
  }

  private static SqlWriter datum(SqlWriter sql, PartitionBound.Datum datum) {
    return switch (datum) {
      case PartitionBound.Datum.MinValue m -> sql.keyword("MINVALUE");
      case PartitionBound.Datum.MaxValue m -> sql.keyword("MAXVALUE");
      case PartitionBound.Datum.Constant(var value) -> sql.verbatim(value);
    };
  }

  private static SqlWriter setType(SqlWriter sql, Step.SetTableType step) {
    sql.keyword("ALTER TABLE ONLY").qualified(step.table());
    return step.type()
        .map(type -> sql.keyword("OF").qualified(type))
        .orElseGet(() -> sql.keyword("NOT OF"));
  }

  private static SqlWriter replicaIdentity(SqlWriter sql, Step.SetReplicaIdentity step) {
    sql.keyword("ALTER TABLE ONLY").qualified(step.table()).keyword("REPLICA IDENTITY");
    return switch (step.replicaIdentity()) {
      case Table.ReplicaIdentity.Default d -> sql.keyword("DEFAULT");
      case Table.ReplicaIdentity.Full f -> sql.keyword("FULL");
      case Table.ReplicaIdentity.Nothing n -> sql.keyword("NOTHING");
      case Table.ReplicaIdentity.UsingIndex(var index) ->
          sql.keyword("USING INDEX").identifier(index);
    };
  }
}
