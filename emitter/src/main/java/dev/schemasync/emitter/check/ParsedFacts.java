package dev.schemasync.emitter.check;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Sequence;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.UnsupportedStatement;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import net.sf.jsqlparser.statement.alter.AlterOperation;
import net.sf.jsqlparser.statement.comment.Comment;
import net.sf.jsqlparser.statement.create.index.CreateIndex;
import net.sf.jsqlparser.statement.create.schema.CreateSchema;
import net.sf.jsqlparser.statement.create.sequence.CreateSequence;
import net.sf.jsqlparser.statement.create.table.CheckConstraint;
import net.sf.jsqlparser.statement.create.table.ColumnDefinition;
import net.sf.jsqlparser.statement.create.table.CreateTable;
import net.sf.jsqlparser.statement.create.table.ForeignKeyIndex;
import net.sf.jsqlparser.statement.create.table.Index;
import net.sf.jsqlparser.statement.create.view.CreateView;
import net.sf.jsqlparser.statement.grant.Grant;
import net.sf.jsqlparser.statement.grant.PrivilegeClause;
import net.sf.jsqlparser.statement.grant.Revoke;

/** What JSqlParser read in a statement. */
final class ParsedFacts {
  private ParsedFacts() {}

  /** Nothing if it did not understand the statement but kept its words. */
  static Optional<Facts> of(Statement statement) {
    return switch (statement) {
      case UnsupportedStatement s -> Optional.empty();
      case Alter s when s.getAlterExpressions().stream().anyMatch(ParsedFacts::isUnknown) ->
          Optional.empty();
      default -> Optional.of(facts(statement));
    };
  }

  private static boolean isUnknown(AlterExpression action) {
    return action.getOperation() == AlterOperation.UNSPECIFIC;
  }

  private static Facts facts(Statement statement) {
    return switch (statement) {
      case CreateSchema s -> Facts.of("create schema", raw(List.of(s.getSchemaName()))).build();
      case CreateTable s -> table(s);
      case CreateSequence s -> sequence(s.getSequence());
      case CreateView s ->
          Facts.of(
                  s.isMaterialized() ? "create materialized view" : "create view",
                  parts(s.getView()))
              .build();
      case CreateIndex s -> index(s);
      case Alter s when s.getAlterExpressions().size() == 1 ->
          constraint(s.getTable(), s.getAlterExpressions().getFirst());
      case Grant s -> privileges("grant", s.getClause());
      case Revoke s -> privileges("revoke", s.getClause());
      case Comment s -> comment(s);
      default -> other(statement);
    };
  }

  private static Facts table(CreateTable statement) {
    List<String> columns =
        Optional.ofNullable(statement.getColumnDefinitions()).orElse(List.of()).stream()
            .map(ColumnDefinition::getColumnName)
            .toList();
    List<String> checks =
        Optional.ofNullable(statement.getIndexes()).orElse(List.of()).stream()
            .filter(CheckConstraint.class::isInstance)
            .map(Index::getName)
            .toList();
    return Facts.of("create table", parts(statement.getTable()))
        .naming("columns", raw(columns))
        .naming("checks", raw(checks))
        .build();
  }

  private static Facts sequence(Sequence sequence) {
    Facts.Builder facts =
        Facts.of("create sequence", raw(List.of(sequence.getSchemaName(), sequence.getName())));
    for (Sequence.Parameter parameter : sequence.getParameters()) {
      switch (parameter.getOption()) {
        case START_WITH -> facts.with("start with", parameter.getValue().toString());
        case INCREMENT_BY -> facts.with("increment by", parameter.getValue().toString());
        case CACHE -> facts.with("cache", parameter.getValue().toString());
        default -> {}
      }
    }
    return facts.build();
  }

  private static Facts constraint(Table table, AlterExpression action) {
    if (action.getOperation() != AlterOperation.ADD || action.getIndex() == null) {
      return other(action);
    }
    return switch (action.getIndex()) {
      case ForeignKeyIndex key ->
          constraint("add foreign key", table, key)
              .naming("columns", raw(key.getColumnsNames()))
              .naming("references", parts(key.getTable()))
              .naming("referenced columns", raw(key.getReferencedColumnNames()))
              .build();
      case CheckConstraint check -> constraint("add check", table, check).build();
      case Index key when key.getKind() == Index.Kind.PRIMARY_KEY ->
          key("add primary key", table, key);
      case Index key when key.getKind() == Index.Kind.UNIQUE -> key("add unique", table, key);
      case Index index -> other(index);
    };
  }

  private static Facts key(String action, Table table, Index key) {
    return constraint(action, table, key).naming("columns", raw(key.getColumnsNames())).build();
  }

  private static Facts.Builder constraint(String action, Table table, Index constraint) {
    return Facts.of(action, parts(table)).naming("name", List.of(raw(constraint.getName())));
  }

  private static Facts index(CreateIndex statement) {
    Index index = statement.getIndex();
    return Facts.of("create index", raw(index.getNameParts()))
        .naming("table", parts(statement.getTable()))
        .with("unique", Boolean.toString(index.getKind() == Index.Kind.UNIQUE))
        .with("concurrently", Boolean.toString(statement.isConcurrently()))
        .naming("columns", index.getColumns().stream().map(ParsedFacts::key).toList())
        .naming(
            "include", raw(Optional.ofNullable(statement.getIncludeColumns()).orElse(List.of())))
        .build();
  }

  private static String key(Index.ColumnParams key) {
    return key.isExpression() || isCall(key) ? Facts.EXPRESSION : raw(key.getColumnName());
  }

  /** The parser reads the call of a function as a column with its arguments as a parameter. */
  private static boolean isCall(Index.ColumnParams key) {
    return Optional.ofNullable(key.getParams()).stream()
        .flatMap(List::stream)
        .findFirst()
        .filter(parameter -> parameter.startsWith("("))
        .isPresent();
  }

  private static Facts privileges(String action, PrivilegeClause clause) {
    Facts.Builder facts =
        Facts.of(
            action, raw(clause.getTarget().getNames().stream().flatMap(List::stream).toList()));
    clause.getPrivileges().forEach(p -> facts.with("privileges", p.getKind().name()));
    return facts.naming("role", raw(clause.getGrantees())).build();
  }

  private static Facts comment(Comment statement) {
    if (statement.getTable() != null) {
      return Facts.of("comment on table", parts(statement.getTable())).build();
    }
    if (statement.getView() != null) {
      return Facts.of("comment on view", parts(statement.getView())).build();
    }
    Column column = statement.getColumn();
    return Facts.of(
            "comment on column",
            ImmutableList.<String>builder()
                .addAll(parts(column.getTable()))
                .add(raw(column.getColumnName()))
                .build())
        .build();
  }

  private static Facts other(Object parsed) {
    return Facts.of("a statement of type " + parsed.getClass().getSimpleName(), List.of()).build();
  }

  private static ImmutableList<String> parts(Table name) {
    // The parser lists the parts of a name from the last to the first.
    return raw(name.getNameParts()).reverse();
  }

  private static ImmutableList<String> raw(List<String> names) {
    return names.stream().map(ParsedFacts::raw).collect(ImmutableList.toImmutableList());
  }

  /** The parser leaves quotes in place. */
  private static String raw(String name) {
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
