package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.List;
import java.util.Optional;

/** What a step says its statement must do; nothing for steps that JSqlParser cannot judge. */
final class StepFacts {
  /** Stands for a key that is no plain column. */
  static final String EXPRESSION = "(expression)";

  private StepFacts() {}

  static Optional<Facts> of(Step step) {
    return switch (step) {
      case Step.CreateSchema(var schema) ->
          Optional.of(Facts.of("create schema", List.of(schema.name().value())).build());
      case Step.CreateTable s -> Optional.of(table(s));
      case Step.CreateSequence(var sequence) -> Optional.of(sequence(sequence));
      case Step.CreateView(var view) ->
          Optional.of(Facts.of("create view", parts(view.name())).build());
      case Step.CreateMaterializedView(var view) ->
          Optional.of(Facts.of("create materialized view", parts(view.name())).build());
      case Step.AddKey(var key) -> Optional.of(key(key));
      case Step.AddCheck(var check) -> Optional.of(constraint("add check", check).build());
      case Step.AddForeignKey s -> Optional.of(foreignKey(s.foreignKey()));
      case Step.CreateIndex(var index, var concurrently) -> Optional.of(index(index, concurrently));
      case Step.GrantPrivileges s -> grant("grant", s.object(), s.privileges(), s.grantee());
      case Step.RevokePrivileges s -> grant("revoke", s.object(), s.privileges(), s.grantee());
      case Step.SetComment s -> comment(s);
      case Step.CreateExtension s -> Optional.empty();
      case Step.CreateType s -> Optional.empty();
      case Step.AddDomainCheck s -> Optional.empty();
      case Step.CreateRoutine s -> Optional.empty();
      case Step.SetSequenceOwnedBy s -> Optional.empty();
      case Step.SetSequenceValue s -> Optional.empty();
      case Step.AttachPartition s -> Optional.empty();
      case Step.SetDefault s -> Optional.empty();
      case Step.SetColumnStatistics s -> Optional.empty();
      case Step.SetColumnStorage s -> Optional.empty();
      case Step.SetColumnOptions s -> Optional.empty();
      case Step.RefreshMaterializedView s -> Optional.empty();
      case Step.AddNotNull s -> Optional.empty();
      case Step.ValidateConstraint s -> Optional.empty();
      case Step.DropInvalidIndex s -> Optional.empty();
      case Step.AttachIndex s -> Optional.empty();
      case Step.SetIndexStatistics s -> Optional.empty();
      case Step.ClusterOn s -> Optional.empty();
      case Step.CreateTrigger s -> Optional.empty();
      case Step.SetTriggerState s -> Optional.empty();
      case Step.SetReplicaIdentity s -> Optional.empty();
      case Step.CreatePublication s -> Optional.empty();
      case Step.SetOwner s -> Optional.empty();
    };
  }

  private static Facts table(Step.CreateTable step) {
    Table table = step.table();
    return Facts.of("create table", parts(table.name()))
        .naming("columns", values(table.columns().stream().map(Column::name).toList()))
        .naming("checks", values(step.checks().stream().map(Constraint.Check::name).toList()))
        .build();
  }

  private static Facts sequence(Sequence sequence) {
    Sequence.Options options = sequence.options();
    return Facts.of("create sequence", parts(sequence.name()))
        .with("start with", Long.toString(options.start()))
        .with("increment by", Long.toString(options.increment()))
        .with("cache", Long.toString(options.cache()))
        .build();
  }

  private static Facts key(Constraint.Key key) {
    String action =
        switch (key) {
          case Constraint.PrimaryKey p -> "add primary key";
          case Constraint.Unique u -> "add unique";
        };
    return constraint(action, key).naming("columns", values(key.columns())).build();
  }

  private static Facts foreignKey(Constraint.ForeignKey key) {
    return constraint("add foreign key", key)
        .naming("columns", values(key.columns()))
        .naming("references", parts(key.referencedTable()))
        .naming("referenced columns", values(key.referencedColumns()))
        .build();
  }

  private static Facts.Builder constraint(String action, Constraint constraint) {
    return Facts.of(action, parts(constraint.table())).naming("name", constraint.name().value());
  }

  private static Facts index(Index index, boolean concurrently) {
    return Facts.of("create index", List.of(index.name().name().value()))
        .naming("table", parts(index.relation().name()))
        .with("unique", Boolean.toString(index.unique()))
        .with("concurrently", Boolean.toString(concurrently))
        .naming("columns", index.keys().stream().map(k -> key(k.expression())).toList())
        .naming("include", values(index.include()))
        .build();
  }

  private static String key(KeyExpression expression) {
    return switch (expression) {
      case KeyExpression.OfColumn(var column) -> column.value();
      case KeyExpression.OfExpression e -> EXPRESSION;
    };
  }

  private static Optional<Facts> grant(
      String action, ObjectId object, Iterable<Privilege> privileges, Grantee grantee) {
    if (!(object instanceof ObjectId.InSchema inSchema)) {
      return Optional.empty();
    }
    Facts.Builder facts = Facts.of(action, parts(inSchema.name()));
    privileges.forEach(privilege -> facts.with("privileges", privilege.name()));
    return Optional.of(facts.naming("role", grantee.toString()).build());
  }

  private static Optional<Facts> comment(Step.SetComment step) {
    return switch (step.object()) {
      case ObjectId.InSchema(var kind, var name) when kind == ObjectKind.TABLE ->
          Optional.of(Facts.of("comment on table", parts(name)).build());
      case ObjectId.InSchema(var kind, var name) when kind == ObjectKind.VIEW ->
          Optional.of(Facts.of("comment on view", parts(name)).build());
      case ObjectId.Part part when part.kind() == ObjectKind.COLUMN ->
          Optional.of(Facts.of("comment on column", part.path()).build());
      case ObjectId.InSchema i -> Optional.empty();
      case ObjectId.Part p -> Optional.empty();
      case ObjectId.Global g -> Optional.empty();
      case ObjectId.Routine r -> Optional.empty();
      case ObjectId.Unmodelled u -> Optional.empty();
    };
  }

  private static ImmutableList<String> parts(QualifiedName name) {
    return ImmutableList.of(name.schema().value(), name.name().value());
  }

  private static ImmutableList<String> values(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::value).collect(ImmutableList.toImmutableList());
  }
}
