package dev.schemasync.model.plan;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.AccessMethod;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.Collation;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Conversion;
import dev.schemasync.model.catalog.EventTrigger;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.ExtensionTie;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.ForeignServer;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.catalog.OperatorFamily;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.catalog.Transform;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.server.Snapshot;
import java.util.Optional;

/** One typed change of a shard's schema, which establishes one fact. Each becomes one statement. */
public sealed interface Step {
  /** The statistics target that stands for the server's default. */
  int DEFAULT_STATISTICS = -1;

  /** The object the step makes or changes. */
  ObjectId object();

  /** What it does, in words for people, such as {@code create index}. Not SQL. */
  default String words() {
    return CaseFormat.UPPER_CAMEL
        .to(CaseFormat.LOWER_UNDERSCORE, getClass().getSimpleName())
        .replace('_', ' ');
  }

  /** CREATE SCHEMA. */
  record CreateSchema(Schema schema) implements Step {
    @Override
    public ObjectId object() {
      return schema.id();
    }
  }

  /**
   * CREATE EXTENSION.
   *
   * @param version to ask for; none for the one that the server installs unasked
   */
  record CreateExtension(Extension extension, Optional<String> version) implements Step {
    @Override
    public ObjectId object() {
      return extension.id();
    }
  }

  /** CREATE LANGUAGE. */
  record CreateLanguage(Language language) implements Step {
    @Override
    public ObjectId object() {
      return language.id();
    }
  }

  /** CREATE ACCESS METHOD. */
  record CreateAccessMethod(AccessMethod accessMethod) implements Step {
    @Override
    public ObjectId object() {
      return accessMethod.id();
    }
  }

  /** CREATE TRANSFORM. */
  record CreateTransform(Transform transform) implements Step {
    @Override
    public ObjectId object() {
      return transform.id();
    }
  }

  /** CREATE CONVERSION. */
  record CreateConversion(Conversion conversion) implements Step {
    @Override
    public ObjectId object() {
      return conversion.id();
    }
  }

  /**
   * ALTER … DEPENDS ON EXTENSION, or ALTER EXTENSION … ADD.
   *
   * @param named the object as the statement names it: the index of a constraint
   */
  record TieToExtension(ExtensionTie tie, ObjectId named) implements Step {
    @Override
    public ObjectId object() {
      return tie.id();
    }
  }

  /** CREATE COLLATION. */
  record CreateCollation(Collation collation) implements Step {
    @Override
    public ObjectId object() {
      return collation.id();
    }
  }

  /** CREATE CAST. */
  record CreateCast(Cast cast) implements Step {
    @Override
    public ObjectId object() {
      return cast.id();
    }
  }

  /** CREATE OPERATOR; those it names that are not there become shells. */
  record CreateOperator(Operator operator) implements Step {
    @Override
    public ObjectId object() {
      return operator.id();
    }
  }

  /** CREATE OPERATOR FAMILY. */
  record CreateOperatorFamily(OperatorFamily family) implements Step {
    @Override
    public ObjectId object() {
      return family.id();
    }
  }

  /** ALTER OPERATOR FAMILY ADD. */
  record AddFamilyMember(FamilyMember member) implements Step {
    @Override
    public ObjectId object() {
      return member.id();
    }
  }

  /** CREATE OPERATOR CLASS. */
  record CreateOperatorClass(OperatorClass operatorClass) implements Step {
    @Override
    public ObjectId object() {
      return operatorClass.id();
    }
  }

  /** ALTER OPERATOR SET RESTRICT and JOIN. */
  record SetOperatorEstimators(
      ObjectId.Formed object, Optional<QualifiedName> restrict, Optional<QualifiedName> join)
      implements Step {}

  /**
   * ALTER OPERATOR SET of what can be set once (servers from 17).
   *
   * @param commutator if it has none
   * @param negator if it has none
   */
  record CompleteOperator(
      ObjectId.Formed object,
      Optional<QualifiedName> commutator,
      Optional<QualifiedName> negator,
      boolean hashes,
      boolean merges)
      implements Step {}

  /**
   * CREATE TYPE or CREATE DOMAIN; a domain comes without the checks that steps of their own add.
   */
  record CreateType(Type type) implements Step {
    @Override
    public ObjectId object() {
      return type.id();
    }
  }

  /**
   * ALTER TYPE SET (property, …) of a base type.
   *
   * @param functions those that it gets; empty for one that it loses
   * @param storage the one that it gets, if any
   */
  record SetTypeProperties(
      QualifiedName type,
      ImmutableSortedMap<Type.Support, Optional<QualifiedName>> functions,
      Optional<Column.Storage> storage)
      implements Step {
    @Override
    public ObjectId object() {
      return new ObjectId.InSchema(ObjectKind.BASE_TYPE, type);
    }
  }

  /** ALTER DOMAIN ADD CONSTRAINT. */
  record AddDomainCheck(QualifiedName domain, Type.DomainCheck check) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.constraint(new ObjectId.InSchema(ObjectKind.DOMAIN, domain), check.name());
    }
  }

  /** CREATE FUNCTION, PROCEDURE or AGGREGATE. */
  record CreateRoutine(Routine routine) implements Step {
    @Override
    public ObjectId object() {
      return routine.id();
    }
  }

  /** CREATE TEXT SEARCH …; a configuration comes without its mappings. */
  record CreateTextSearch(TextSearch textSearch) implements Step {
    @Override
    public ObjectId object() {
      return textSearch.id();
    }
  }

  /** ALTER TEXT SEARCH CONFIGURATION ADD MAPPING. */
  record AddTextSearchMapping(QualifiedName configuration, TextSearch.Mapping mapping)
      implements Step {
    @Override
    public ObjectId object() {
      return new ObjectId.InSchema(ObjectKind.TEXT_SEARCH_CONFIGURATION, configuration);
    }
  }

  /** CREATE FOREIGN DATA WRAPPER. */
  record CreateForeignDataWrapper(ForeignDataWrapper wrapper) implements Step {
    @Override
    public ObjectId object() {
      return wrapper.id();
    }
  }

  /** CREATE SERVER. */
  record CreateForeignServer(ForeignServer server) implements Step {
    @Override
    public ObjectId object() {
      return server.id();
    }
  }

  /** CREATE USER MAPPING, with options that are known. */
  record CreateUserMapping(Identifier server, Grantee user, ImmutableMap<String, Secret> options)
      implements Step {
    @Override
    public ObjectId object() {
      return new ObjectId.Formed(ObjectKind.USER_MAPPING, new ObjectForm.UserMapping(server, user));
    }
  }

  /** CREATE SEQUENCE, not yet owned by a column. */
  record CreateSequence(Sequence sequence) implements Step {
    @Override
    public ObjectId object() {
      return sequence.id();
    }
  }

  /** ALTER SEQUENCE OWNED BY. */
  record SetSequenceOwnedBy(QualifiedName sequence, QualifiedName table, Identifier column)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.sequence(sequence);
    }
  }

  /** ALTER SEQUENCE SET LOGGED or UNLOGGED (servers from 15). */
  record SetSequencePersistence(QualifiedName sequence, Persistence persistence) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.sequence(sequence);
    }
  }

  /**
   * Sets the value of a sequence ({@code setval}) unless it is further by then.
   *
   * @param options those the sequence has on the shard: its direction, and where it starts
   */
  record SetSequenceValue(
      QualifiedName sequence, Sequence.Options options, Snapshot.SequenceValue value)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.sequence(sequence);
    }
  }

  /**
   * CREATE TABLE or CREATE FOREIGN TABLE; a partition is made as a table of its own and attached
   * afterwards.
   *
   * @param table without the defaults that steps of their own set
   * @param inherits the tables of which it is made a child, so that the columns which are not its
   *     own come from them; without any, all columns are made its own
   * @param checks those made with the table
   * @param identitySequences the sequences of its identity columns, by column
   */
  record CreateTable(
      Table table,
      ImmutableList<QualifiedName> inherits,
      ImmutableList<Constraint.Check> checks,
      ImmutableSortedMap<Identifier, Sequence> identitySequences)
      implements Step {
    @Override
    public ObjectId object() {
      return table.id();
    }
  }

  /**
   * CREATE TABLE of a template: a table that lends its columns, in their order, to one that is made
   * as its child and leaves it again for its own parents. Where a parent was given a column when it
   * had children already, no order of their making puts the children's columns in their order.
   *
   * @param table the child; of its columns those that are not NOT NULL here are not
   * @param checks the child's that are not its own
   */
  record CreateTemplate(QualifiedName template, Table table, ImmutableList<Constraint.Check> checks)
      implements Step {
    @Override
    public ObjectId object() {
      return table.id();
    }
  }

  /** DROP TABLE of a template that its child has left. */
  record DropTemplate(QualifiedName template, QualifiedName table) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.table(table);
    }
  }

  /**
   * ALTER TABLE INHERIT, and NO INHERIT of a template.
   *
   * @param parents those it has not yet, in their order
   */
  record Inherit(
      QualifiedName table, ImmutableList<QualifiedName> parents, Optional<QualifiedName> template)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.table(table);
    }
  }

  /** ALTER TABLE ATTACH PARTITION. */
  record AttachPartition(QualifiedName partition, QualifiedName parent, PartitionBound bound)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.table(partition);
    }
  }

  /**
   * ALTER TABLE OF or NOT OF. A typed table is made as any other: CREATE TABLE OF cannot say all
   * that its columns can be.
   */
  record SetTableType(QualifiedName table, Optional<QualifiedName> type) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.table(table);
    }
  }

  /** ALTER TABLE ALTER COLUMN SET DEFAULT, of a table or a view. */
  record SetDefault(ObjectId.InSchema relation, Identifier column, SqlText expression)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.columnDefault(relation, column);
    }
  }

  /**
   * ALTER TABLE ALTER COLUMN DROP DEFAULT, of one that a parent has and its child has not, or that
   * a view has on the shard alone.
   */
  record DropDefault(ObjectId.InSchema relation, Identifier column) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.columnDefault(relation, column);
    }
  }

  /** ALTER TABLE ALTER COLUMN ADD GENERATED AS IDENTITY, of a column that a parent has too. */
  record AddIdentity(
      QualifiedName table, Identifier column, Column.IdentityKind kind, Sequence sequence)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(ObjectId.table(table), column);
    }
  }

  /**
   * ALTER TABLE ALTER COLUMN SET STATISTICS.
   *
   * @param target {@link #DEFAULT_STATISTICS} to forget one that is set
   */
  record SetColumnStatistics(ObjectId.InSchema relation, Identifier column, int target)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(relation, column);
    }
  }

  /** ALTER TABLE ALTER COLUMN SET STORAGE. */
  record SetColumnStorage(ObjectId.InSchema relation, Identifier column, Column.Storage storage)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(relation, column);
    }
  }

  /**
   * ALTER TABLE ALTER COLUMN SET COMPRESSION (servers from 14).
   *
   * @param compression none for the default
   */
  record SetColumnCompression(
      ObjectId.InSchema relation, Identifier column, Optional<Column.Compression> compression)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(relation, column);
    }
  }

  /** ALTER TABLE ALTER COLUMN SET (attribute options). */
  record SetColumnOptions(
      ObjectId.InSchema relation, Identifier column, ImmutableMap<String, String> options)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(relation, column);
    }
  }

  /**
   * ALTER TABLE ALTER COLUMN OPTIONS, of a foreign table.
   *
   * @param present those that it has
   * @param options those that it gets
   */
  record SetForeignColumnOptions(
      QualifiedName table,
      Identifier column,
      ImmutableMap<String, String> present,
      ImmutableMap<String, String> options)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(ObjectId.table(table), column);
    }
  }

  /**
   * CREATE VIEW.
   *
   * @param replacing whether one that holds its place is there
   */
  record CreateView(View view, boolean replacing) implements Step {
    @Override
    public ObjectId object() {
      return view.id();
    }
  }

  /** CREATE VIEW of one that has the columns of another and no rows, and holds its place. */
  record HoldPlaceOfView(QualifiedName view, ImmutableList<View.OutputColumn> columns)
      implements Step {
    @Override
    public ObjectId object() {
      return new ObjectId.InSchema(ObjectKind.VIEW, view);
    }
  }

  /** CREATE MATERIALIZED VIEW WITH NO DATA. */
  record CreateMaterializedView(MaterializedView view) implements Step {
    @Override
    public ObjectId object() {
      return view.id();
    }
  }

  /** REFRESH MATERIALIZED VIEW. */
  record RefreshMaterializedView(QualifiedName view, Refresh refresh) implements Step {
    @Override
    public ObjectId object() {
      return new ObjectId.InSchema(ObjectKind.MATERIALIZED_VIEW, view);
    }
  }

  /** What a refresh is to a materialized view. */
  enum Refresh {
    /** Its first data. */
    FILL,
    /** New data in the place of older, which nobody can read meanwhile. */
    REPLACE,
    /** The same while the older can be read: CONCURRENTLY. */
    REPLACE_CONCURRENTLY
  }

  /** ALTER TABLE ONLY ADD PRIMARY KEY or UNIQUE. */
  record AddKey(Constraint.Key key) implements Step {
    @Override
    public ObjectId object() {
      return key.id();
    }
  }

  /** ALTER TABLE ONLY ADD EXCLUDE. */
  record AddExclusion(Constraint.Exclusion exclusion) implements Step {
    @Override
    public ObjectId object() {
      return exclusion.id();
    }
  }

  /** ALTER TABLE ADD CHECK, NOT VALID where the check is not validated. */
  record AddCheck(Constraint.Check check) implements Step {
    @Override
    public ObjectId object() {
      return check.id();
    }
  }

  /**
   * ALTER TABLE ADD FOREIGN KEY.
   *
   * @param notValid whether rows that exist are left for {@link ValidateConstraint}
   */
  record AddForeignKey(Constraint.ForeignKey foreignKey, boolean notValid) implements Step {
    @Override
    public ObjectId object() {
      return foreignKey.id();
    }
  }

  /**
   * ALTER TABLE ADD NOT NULL, NOT VALID where it is not validated; of a column that was made
   * without.
   *
   * @param only whether children do not get it; where they do, {@link Column.NotNull#noInherit} may
   *     still spare them
   */
  record AddNotNull(QualifiedName table, Identifier column, Column.NotNull notNull, boolean only)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(ObjectId.table(table), column);
    }
  }

  /**
   * ALTER TABLE ALTER COLUMN DROP NOT NULL, of one that a parent has and its child has not (servers
   * before 18).
   */
  record DropNotNull(QualifiedName table, Identifier column) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.column(ObjectId.table(table), column);
    }
  }

  /**
   * ALTER TABLE or ALTER DOMAIN VALIDATE CONSTRAINT.
   *
   * @param of the table or domain
   */
  record ValidateConstraint(ObjectId.InSchema of, Identifier constraint) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.constraint(of, constraint);
    }
  }

  /**
   * CREATE INDEX.
   *
   * @param only whether it is ON ONLY a partitioned table, and the partitions' indexes are attached
   *     afterwards; otherwise those that are there become its own
   */
  record CreateIndex(Index index, boolean concurrently, boolean only) implements Step {
    @Override
    public ObjectId object() {
      return index.id();
    }
  }

  /** DROP INDEX of one that a failed concurrent build left invalid. */
  record DropInvalidIndex(QualifiedName index, boolean concurrently) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.index(index);
    }
  }

  /** ALTER INDEX ATTACH PARTITION; the index may be a key's. */
  record AttachIndex(QualifiedName index, QualifiedName parent) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.index(index);
    }
  }

  /**
   * ALTER INDEX ALTER COLUMN SET STATISTICS.
   *
   * @param ordinal of the index column, from 1
   * @param target {@link #DEFAULT_STATISTICS} to forget one that is set
   */
  record SetIndexStatistics(QualifiedName index, int ordinal, int target) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.index(index);
    }
  }

  /** ALTER TABLE CLUSTER ON. */
  record ClusterOn(ObjectId.InSchema relation, Identifier index) implements Step {
    @Override
    public ObjectId object() {
      return relation;
    }
  }

  /** CREATE STATISTICS. */
  record CreateStatistics(Statistics statistics) implements Step {
    @Override
    public ObjectId object() {
      return statistics.id();
    }
  }

  /** ALTER STATISTICS SET STATISTICS. */
  record SetStatisticsTarget(QualifiedName statistics, int target) implements Step {
    @Override
    public ObjectId object() {
      return new ObjectId.InSchema(ObjectKind.STATISTICS, statistics);
    }
  }

  /**
   * CREATE RULE.
   *
   * @param replacing whether it takes the place of one that does nothing, and has its state
   */
  record CreateRule(Rule rule, boolean replacing) implements Step {
    @Override
    public ObjectId object() {
      return rule.id();
    }
  }

  /** ALTER TABLE ENABLE or DISABLE RULE. */
  record SetRuleState(ObjectId.InSchema relation, Identifier rule, Firing state) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.rule(relation, rule);
    }
  }

  /** CREATE TRIGGER. */
  record CreateTrigger(Trigger trigger) implements Step {
    @Override
    public ObjectId object() {
      return trigger.id();
    }
  }

  /** ALTER TABLE ENABLE or DISABLE TRIGGER. */
  record SetTriggerState(ObjectId.InSchema relation, Identifier trigger, Firing state)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.trigger(relation, trigger);
    }
  }

  /** ALTER TABLE REPLICA IDENTITY. */
  record SetReplicaIdentity(QualifiedName table, Table.ReplicaIdentity replicaIdentity)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.table(table);
    }
  }

  /** CREATE POLICY. */
  record CreatePolicy(Policy policy) implements Step {
    @Override
    public ObjectId object() {
      return policy.id();
    }
  }

  /** ALTER POLICY TO. */
  record SetPolicyRoles(QualifiedName table, Identifier policy, ImmutableSortedSet<Grantee> roles)
      implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.policy(ObjectId.table(table), policy);
    }
  }

  /** ALTER TABLE ENABLE or DISABLE ROW LEVEL SECURITY, FORCE or NO FORCE ROW LEVEL SECURITY. */
  record SetRowSecurity(QualifiedName table, Table.RowSecurity rowSecurity) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.table(table);
    }
  }

  /** CREATE PUBLICATION. */
  record CreatePublication(Publication publication) implements Step {
    @Override
    public ObjectId object() {
      return publication.id();
    }
  }

  /** CREATE EVENT TRIGGER. */
  record CreateEventTrigger(EventTrigger trigger) implements Step {
    @Override
    public ObjectId object() {
      return trigger.id();
    }
  }

  /** ALTER EVENT TRIGGER ENABLE or DISABLE. */
  record SetEventTriggerState(Identifier trigger, Firing state) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.eventTrigger(trigger);
    }
  }

  /** ALTER … OWNER TO. */
  record SetOwner(ObjectId object, Identifier owner) implements Step {}

  /**
   * GRANT.
   *
   * @param object what the privileges are on; a column for column privileges
   * @param grantor the role that gives them, or empty for the owner
   */
  record GrantPrivileges(
      ObjectId object,
      ImmutableSortedSet<Privilege> privileges,
      Grantee grantee,
      boolean grantable,
      Optional<Identifier> grantor)
      implements Step {}

  /**
   * REVOKE.
   *
   * @param object what the privileges are on; a column for column privileges
   * @param grantor the role that gave them, or empty for the owner
   */
  record RevokePrivileges(
      ObjectId object,
      ImmutableSortedSet<Privilege> privileges,
      Grantee grantee,
      Optional<Identifier> grantor)
      implements Step {}

  /** COMMENT ON; an empty comment removes the one that is there. */
  record SetComment(ObjectId object, Optional<String> comment) implements Step {}

  /** COMMENT ON FOREIGN TABLE: under COMMENT ON TABLE the server finds none. */
  record SetForeignTableComment(QualifiedName table, Optional<String> comment) implements Step {
    @Override
    public ObjectId object() {
      return ObjectId.table(table);
    }
  }
}
