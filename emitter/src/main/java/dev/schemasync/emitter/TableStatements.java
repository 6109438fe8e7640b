package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
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

/** Tables and their place in partitioning. */
final class TableStatements {
  private TableStatements() {}

  static SqlWriter create(SqlWriter sql, Step.CreateTable step, ServerVersion target) {
    Table table = step.table();
    sql.keyword("CREATE")
        .when(table.persistence() == Persistence.UNLOGGED, w -> w.keyword("UNLOGGED"))
        .keyword("TABLE")
        .qualified(table.name())
        .block(elements(step, target))
        .ifPresent(table.partitionRole().partitionKey(), TableStatements::partitionBy);
    return storage(sql, table.accessMethod())
        .withParameters(table.storageParameters())
        .ifPresent(table.tablespace(), TableStatements::tablespace);
  }

  private static ImmutableList<Consumer<SqlWriter>> elements(
      Step.CreateTable step, ServerVersion target) {
    ColumnDefinitions columns = new ColumnDefinitions(step, target);
    ImmutableList.Builder<Consumer<SqlWriter>> elements = ImmutableList.builder();
    step.table().columns().forEach(column -> elements.add(sql -> columns.write(sql, column)));
    step.checks().forEach(check -> elements.add(sql -> ConstraintStatements.check(sql, check)));
    return elements.build();
  }

  static SqlWriter storage(SqlWriter sql, Optional<Identifier> accessMethod) {
    return sql.ifPresent(accessMethod, (w, method) -> w.keyword("USING").identifier(method));
  }

  static SqlWriter tablespace(SqlWriter sql, Identifier tablespace) {
    return sql.keyword("TABLESPACE").identifier(tablespace);
  }

  private static SqlWriter partitionBy(SqlWriter sql, PartitionKey key) {
    return sql.keyword("PARTITION BY")
        .word(key.strategy())
        .parenthesised(key.elements(), TableStatements::partitionElement);
  }

  private static void partitionElement(SqlWriter sql, PartitionKey.Element element) {
    TypeStatements.collate(keyExpression(sql, element.expression()), element.collation())
        .ifPresent(element.opclass(), SqlWriter::qualified);
  }

  static SqlWriter keyExpression(SqlWriter sql, KeyExpression expression) {
    return switch (expression) {
      case KeyExpression.OfColumn(var column) -> sql.identifier(column);
      case KeyExpression.OfExpression(var text) -> sql.verbatim(text);
    };
  }

  static SqlWriter attach(SqlWriter sql, Step.AttachPartition step) {
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

  static SqlWriter replicaIdentity(SqlWriter sql, Step.SetReplicaIdentity step) {
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
