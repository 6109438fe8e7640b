package dev.schemasync.testkit.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.EventTrigger;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;

/** Objects of the smaller kinds, with the defaults that PostgreSQL gives what is not said. */
public final class Objects {
  /** The role that owns what is not given to another one. */
  public static final Identifier OWNER = Identifier.of("owner");

  /** The options of a bigint sequence. */
  public static final Sequence.Options ASCENDING =
      new Sequence.Options(Sequence.DataType.BIGINT, 1, 1, 1, Long.MAX_VALUE, 1, false);

  private Objects() {}

  /** A schema. */
  public static Schema schema(Identifier name) {
    return new Schema(name, OWNER, Privileges.DEFAULT, Optional.empty());
  }

  /** An extension of version 1.0 in the schema public. */
  public static Extension extension(String name) {
    return extension(name, "1.0");
  }

  /** An extension in the schema public, with configuration tables. */
  public static Extension extension(String name, String version, QualifiedName... configuration) {
    return new Extension(
        Identifier.of(name),
        Identifier.of("public"),
        version,
        ImmutableSortedSet.copyOf(configuration),
        Optional.empty());
  }

  /** A nullable column of a built-in type. */
  public static Column column(String name, String type) {
    return new ColumnBuilder(name, TypeRef.builtIn(type)).build();
  }

  /** An enumerated type. */
  public static Type.EnumType enumType(String schema, String name, String... labels) {
    return new Type.EnumType(
        QualifiedName.of(schema, name),
        ImmutableList.copyOf(labels),
        OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** A domain over text. */
  public static Type.Domain domain(String schema, String name, Type.DomainCheck... checks) {
    return new Type.Domain(
        QualifiedName.of(schema, name),
        TypeRef.builtIn("text"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.copyOf(checks),
        OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** A validated check of a domain. */
  public static Type.DomainCheck domainCheck(String name, String expression) {
    return new Type.DomainCheck(
        Identifier.of(name), new SqlText(expression), true, Optional.empty());
  }

  /** A composite type whose attributes are text. */
  public static Type.CompositeType compositeType(String schema, String name, String... attributes) {
    return new Type.CompositeType(
        QualifiedName.of(schema, name),
        Arrays.stream(attributes)
            .map(
                a ->
                    new Type.Attribute(
                        Identifier.of(a),
                        TypeRef.builtIn("text"),
                        Optional.empty(),
                        Optional.empty()))
            .collect(toImmutableList()),
        OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** A text search dictionary. */
  public static TextSearch.Dictionary dictionary(
      String schema, String name, QualifiedName template) {
    return new TextSearch.Dictionary(
        QualifiedName.of(schema, name), template, Optional.empty(), OWNER, Optional.empty());
  }

  /** A text search configuration of the default parser. */
  public static TextSearch.Configuration configuration(
      String schema, String name, TextSearch.Mapping... mappings) {
    return new TextSearch.Configuration(
        QualifiedName.of(schema, name),
        QualifiedName.of("pg_catalog", "default"),
        ImmutableList.copyOf(mappings),
        OWNER,
        Optional.empty());
  }

  /** What is done with a type of tokens. */
  public static TextSearch.Mapping mapping(String tokens, QualifiedName... dictionaries) {
    return new TextSearch.Mapping(Identifier.of(tokens), ImmutableList.copyOf(dictionaries));
  }

  /** A sequence that belongs to no column. */
  public static Sequence sequence(String schema, String name) {
    return sequence(QualifiedName.of(schema, name), new Sequence.Ownership.None());
  }

  /** A bigint sequence. */
  public static Sequence sequence(QualifiedName name, Sequence.Ownership ownership) {
    return new Sequence(
        name,
        ASCENDING,
        Persistence.PERMANENT,
        ownership,
        OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** A view. */
  public static View view(String schema, String name, String query, String... columns) {
    return new View(
        QualifiedName.of(schema, name),
        outputs(columns),
        new SqlText(query),
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** A materialized view. */
  public static MaterializedView materializedView(
      String schema, String name, String query, String... columns) {
    return new MaterializedView(
        QualifiedName.of(schema, name),
        stored(columns),
        new SqlText(query),
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  /** The identity of a view. */
  public static ObjectId.InSchema viewId(QualifiedName name) {
    return new ObjectId.InSchema(ObjectKind.VIEW, name);
  }

  /** The identity of a materialized view. */
  public static ObjectId.InSchema materializedViewId(QualifiedName name) {
    return new ObjectId.InSchema(ObjectKind.MATERIALIZED_VIEW, name);
  }

  private static ImmutableList<View.OutputColumn> outputs(String... columns) {
    return Arrays.stream(columns)
        .map(
            c ->
                new View.OutputColumn(
                    Identifier.of(c),
                    TypeRef.builtIn("int8"),
                    Optional.empty(),
                    Optional.empty(),
                    Privileges.DEFAULT,
                    Optional.empty()))
        .collect(toImmutableList());
  }

  private static ImmutableList<MaterializedView.StoredColumn> stored(String... columns) {
    return Arrays.stream(columns)
        .map(
            c ->
                new MaterializedView.StoredColumn(
                    Identifier.of(c),
                    TypeRef.builtIn("int8"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ImmutableSortedMap.of(),
                    Privileges.DEFAULT,
                    Optional.empty()))
        .collect(toImmutableList());
  }

  /** A primary key. */
  public static Constraint.PrimaryKey primaryKey(
      QualifiedName table, String name, String... columns) {
    return new Constraint.PrimaryKey(
        table,
        Identifier.of(name),
        identifiers(columns),
        ImmutableList.of(),
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A unique constraint. */
  public static Constraint.Unique unique(QualifiedName table, String name, String... columns) {
    return new Constraint.Unique(
        table,
        Identifier.of(name),
        identifiers(columns),
        ImmutableList.of(),
        false,
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A validated check. */
  public static Constraint.Check check(QualifiedName table, String name, String expression) {
    return new Constraint.Check(
        table,
        Identifier.of(name),
        new SqlText(expression),
        false,
        true,
        false,
        true,
        true,
        Optional.empty());
  }

  /** A validated foreign key to columns of the same names. */
  public static Constraint.ForeignKey foreignKey(
      QualifiedName table, String name, QualifiedName referenced, String... columns) {
    return new Constraint.ForeignKey(
        table,
        Identifier.of(name),
        identifiers(columns),
        referenced,
        identifiers(columns),
        Constraint.Match.SIMPLE,
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION,
        ImmutableList.of(),
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        true,
        true,
        Optional.empty());
  }

  /** An exclusion constraint that keeps the values of columns apart. */
  public static Constraint.Exclusion exclusion(
      QualifiedName table, String name, Optional<QualifiedName> parentIndex, String... columns) {
    return new Constraint.Exclusion(
        table,
        Identifier.of(name),
        Identifier.of("btree"),
        identifiers(columns).stream()
            .map(
                column ->
                    new Constraint.Exclusion.Element(
                        key(column), QualifiedName.of("pg_catalog", "=")))
            .collect(toImmutableList()),
        ImmutableList.of(),
        Optional.empty(),
        Constraint.Deferrability.NOT_DEFERRABLE,
        ImmutableSortedMap.of(),
        Optional.empty(),
        parentIndex,
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** A valid B-tree index on columns. */
  public static Index index(QualifiedName name, ObjectId.InSchema relation, String... columns) {
    return new Index(
        name,
        relation,
        false,
        Identifier.of("btree"),
        false,
        false,
        identifiers(columns).stream().map(Objects::key).collect(toImmutableList()),
        ImmutableList.of(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        true,
        Optional.empty());
  }

  private static Index.Key key(Identifier column) {
    return new Index.Key(
        new KeyExpression.OfColumn(column),
        Optional.empty(),
        Optional.empty(),
        Index.SortOrder.ASC_NULLS_LAST);
  }

  /** An AFTER INSERT row trigger. */
  public static Trigger trigger(ObjectId.InSchema relation, String name, QualifiedName function) {
    return new Trigger(
        relation,
        Identifier.of(name),
        Trigger.Timing.AFTER,
        ImmutableList.of(new Trigger.Event.Insert()),
        Trigger.Level.ROW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        function,
        ImmutableList.of(),
        Optional.empty(),
        Firing.ORIGIN,
        Optional.empty());
  }

  /** An event trigger that fires at the end of every command. */
  public static EventTrigger eventTrigger(String name) {
    return new EventTrigger(
        Identifier.of(name),
        EventTrigger.Event.DDL_COMMAND_END,
        ImmutableList.of(),
        QualifiedName.of("app", "on_event"),
        OWNER,
        Firing.ORIGIN,
        Optional.empty());
  }

  /** A rule about inserts, in the usual state. */
  public static Rule rule(ObjectId.InSchema relation, String name, boolean instead, String action) {
    return new Rule(
        relation,
        Identifier.of(name),
        Rule.Event.INSERT,
        instead,
        new SqlText(action),
        Firing.ORIGIN,
        Optional.empty());
  }

  /** A permissive policy for everything and everybody. */
  public static Policy policy(QualifiedName table, String name, String using) {
    return new Policy(
        table,
        Identifier.of(name),
        true,
        Policy.Command.ALL,
        ImmutableSortedSet.of(new Grantee.Everybody()),
        Optional.of(new SqlText(using)),
        Optional.empty(),
        Optional.empty());
  }

  /** A publication FOR ALL TABLES. */
  public static Publication publicationOfAll(String name) {
    return publication(name, new Publication.Content.AllTables());
  }

  /** A publication of these tables, whole. */
  public static Publication publicationOf(String name, QualifiedName... tables) {
    return publication(
        name,
        new Publication.Content.Members(
            Arrays.stream(tables)
                .map(t -> new Publication.Member(t, ImmutableList.of(), Optional.empty()))
                .collect(toImmutableList()),
            ImmutableSortedSet.of()));
  }

  /** A publication of every operation. */
  public static Publication publication(String name, Publication.Content content) {
    return new Publication(
        Identifier.of(name),
        content,
        ImmutableSortedSet.copyOf(EnumSet.allOf(Publication.Operation.class)),
        false,
        false,
        OWNER,
        Optional.empty());
  }

  /** An object of a kind that has no record. */
  public static UnsupportedObject unsupported(String type, String identity) {
    return new UnsupportedObject(new ObjectId.Unmodelled(type, identity));
  }

  /** Privileges of roles beyond the default. */
  public static Privileges granted(Grant... grants) {
    return new Privileges(ImmutableSortedSet.copyOf(grants), ImmutableSortedSet.of());
  }

  /** A privilege of a role, from the owner. */
  public static Grant grant(String role, Privilege privilege) {
    return new Grant(new Grantee.Role(Identifier.of(role)), privilege, false, Optional.empty());
  }

  /** These identifiers. */
  public static ImmutableList<Identifier> identifiers(String... names) {
    return Arrays.stream(names).map(Identifier::of).collect(toImmutableList());
  }
}
