package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;
import static dev.schemasync.emitter.Sample.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Column.Value;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Constraint.Deferrability;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.catalog.PartitionBound.Datum;
import dev.schemasync.model.catalog.PartitionKey;
import dev.schemasync.model.catalog.PartitionKey.Strategy;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Tables, partitions and constraints of the sample. */
final class SampleTables {
  private static final PartitionRole ALONE = new PartitionRole.Standalone();

  private SampleTables() {}

  static void add(Sample s) {
    s.pre(orders(s));
    s.pre(fast(s));
    s.pre(Sample.create(s.table("empty", ALONE)));
    s.pre(Sample.create(s.table("customers", ALONE, s.column("id", type("int8")))));
    columns(s);
    partitions(s);
    constraints(s);
  }

  private static Step orders(Sample s) {
    Identifier id = s.names.id("id");
    Column note =
        new Column(
            s.names.id("note"),
            type("text"),
            Optional.of(QualifiedName.of("pg_catalog", "C")),
            Optional.of(
                new Column.NotNull(Optional.of(s.names.id("note_given")), true, true, true)),
            new Value.Default(new SqlText("'it''s'::text")),
            Optional.empty(),
            Optional.of(Column.Compression.PGLZ),
            Optional.empty(),
            ImmutableSortedMap.of(),
            ImmutableMap.of(),
            true,
            Privileges.DEFAULT,
            Optional.empty());
    Table table =
        s.table(
            "orders",
            ALONE,
            s.column(
                "id",
                type("int8"),
                new Value.Identity(Column.IdentityKind.ALWAYS, s.names.app("orders_id_seq")),
                Optional.of(Column.NotNull.PLAIN)),
            note,
            s.column("customer", type("int8")),
            s.column("amount", type("numeric", "10", "2")),
            s.column(
                "doubled",
                type("numeric"),
                new Value.Generated(
                    s.names.text("(%s * (2)::numeric)", "amount"), Column.GeneratedKind.STORED)),
            s.column("mood", TypeRef.of(s.names.app("mood"))));
    return new Step.CreateTable(
        table,
        ImmutableList.of(),
        ImmutableList.of(
            check(s, "orders", "amount_positive", "amount", false, true),
            check(s, "orders", "local_only", "customer", true, true)),
        ImmutableSortedMap.of(
            id,
            SampleTypes.sequence(
                s.names.app("orders_id_seq"), SampleTypes.UP, Persistence.PERMANENT)));
  }

  private static Step fast(Sample s) {
    return Sample.create(
        new Table(
            s.names.app("fast_table"),
            new Table.Rows.Stored(),
            Persistence.UNLOGGED,
            s.target.has(Feature.VIRTUAL_GENERATED_COLUMNS)
                ? ImmutableList.of(
                    s.column("a", type("text")),
                    s.column(
                        "upper_a",
                        type("text"),
                        new Value.Generated(
                            s.names.text("upper(%s)", "a"), Column.GeneratedKind.VIRTUAL)))
                : ImmutableList.of(s.column("a", type("text"))),
            ImmutableList.of(),
            ALONE,
            Optional.empty(),
            ImmutableSortedMap.of("fillfactor", "70", "toast.autovacuum_enabled", "false"),
            Optional.of(Identifier.of("heap")),
            Optional.of(Identifier.of("pg_default")),
            new Table.ReplicaIdentity.Default(),
            Optional.empty(),
            Table.RowSecurity.NONE,
            ROLE,
            Privileges.DEFAULT,
            Optional.empty()));
  }

  private static void columns(Sample s) {
    QualifiedName orders = s.names.app("orders");
    QualifiedName hollow = s.names.app("hollow");
    s.pre(Sample.create(s.table("hollow", ALONE)));
    s.pre(new Step.SetTableType(hollow, Optional.of(s.names.app("nothing"))));
    s.pre(new Step.SetTableType(hollow, Optional.empty()));
    s.pre(
        new Step.SetDefault(
            ObjectId.table(orders),
            s.names.id("customer"),
            new SqlText(
                "nextval(%s::regclass)"
                    .formatted(
                        new SqlWriter()
                            .literal(new SqlWriter().qualified(s.names.app("orders_seq")).text())
                            .text()))));
    s.pre(new Step.SetSequenceOwnedBy(s.names.app("orders_seq"), orders, s.names.id("customer")));
    if (s.target.has(Feature.UNLOGGED_SEQUENCES)) {
      s.pre(new Step.SetSequencePersistence(s.names.app("orders_seq"), Persistence.PERMANENT));
    }
    s.pre(new Step.SetColumnStatistics(ObjectId.table(orders), s.names.id("customer"), 500));
    s.pre(
        new Step.SetColumnStorage(
            ObjectId.table(orders), s.names.id("note"), Column.Storage.EXTERNAL));
    s.pre(
        new Step.SetColumnOptions(
            ObjectId.table(orders),
            s.names.id("customer"),
            ImmutableSortedMap.of("n_distinct", "-0.5")));
  }

  private static void partitions(Sample s) {
    PartitionKey.Element byDay = element(new KeyExpression.OfColumn(s.names.id("day")));
    PartitionKey.Element byCode =
        new PartitionKey.Element(
            new KeyExpression.OfExpression(s.names.text("lower(%s)", "code")),
            Optional.of(QualifiedName.of("pg_catalog", "C")),
            Optional.of(QualifiedName.of("pg_catalog", "text_pattern_ops")));
    s.pre(
        Sample.create(
            partitioned(
                s, "events", ALONE, new PartitionKey(Strategy.RANGE, list(byDay, byCode)))));
    PartitionBound first =
        new PartitionBound.FromTo(
            ImmutableList.of(new Datum.MinValue(), new Datum.MinValue()),
            ImmutableList.of(
                new Datum.Constant(new SqlText("'2026-01-01'")), new Datum.MaxValue()));
    PartitionKey listKey =
        new PartitionKey(
            Strategy.LIST, list(element(new KeyExpression.OfColumn(s.names.id("code")))));
    PartitionKey hashKey = new PartitionKey(Strategy.HASH, list(byDay));
    attached(s, "events_past", "events", first, Optional.of(listKey));
    attached(s, "events_other", "events", new PartitionBound.Default(), Optional.of(hashKey));
    attached(
        s,
        "events_ab",
        "events_past",
        new PartitionBound.In(
            ImmutableList.of(new SqlText("'a'"), new SqlText("'b''c'"), new SqlText("NULL"))),
        Optional.empty());
    attached(s, "events_hash", "events_other", new PartitionBound.Hash(4, 1), Optional.empty());
  }

  private static void attached(
      Sample s, String name, String parent, PartitionBound bound, Optional<PartitionKey> key) {
    PartitionRole role = new PartitionRole.Partition(s.names.app(parent), bound, key);
    s.pre(
        Sample.create(
            s.table(name, role, s.column("day", type("date")), s.column("code", type("text")))));
    s.pre(new Step.AttachPartition(s.names.app(name), s.names.app(parent), bound));
  }

  private static Table partitioned(Sample s, String name, PartitionRole role, PartitionKey key) {
    return s.table(
        name,
        role instanceof PartitionRole.Standalone ? new PartitionRole.Partitioned(key) : role,
        s.column("day", type("date")),
        s.column("code", type("text")));
  }

  private static PartitionKey.Element element(KeyExpression expression) {
    return new PartitionKey.Element(expression, Optional.empty(), Optional.empty());
  }

  private static ImmutableList<PartitionKey.Element> list(PartitionKey.Element... elements) {
    return ImmutableList.copyOf(elements);
  }

  private static void constraints(Sample s) {
    s.pre(
        new Step.AddKey(
            new Constraint.PrimaryKey(
                s.names.app("orders"),
                s.names.id("orders_pkey"),
                ids(s, "id"),
                ids(s, "mood"),
                false,
                Deferrability.NOT_DEFERRABLE,
                ImmutableSortedMap.of("fillfactor", "90"),
                Optional.of(Identifier.of("pg_default")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    s.pre(
        new Step.AddKey(
            new Constraint.PrimaryKey(
                s.names.app("customers"),
                s.names.id("customers_pkey"),
                ids(s, "id"),
                ImmutableList.of(),
                false,
                Deferrability.NOT_DEFERRABLE,
                ImmutableSortedMap.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    s.post(
        new Step.AddKey(
            new Constraint.Unique(
                s.names.app("orders"),
                s.names.id("orders_key"),
                ids(s, "customer", "note"),
                ImmutableList.of(),
                s.target.has(Feature.NULLS_NOT_DISTINCT),
                false,
                Deferrability.INITIALLY_DEFERRED,
                ImmutableSortedMap.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    s.post(new Step.AddCheck(check(s, "orders", "at_once", "customer", false, true)));
    s.post(new Step.AddCheck(check(s, "orders", "later", "customer", false, false)));
    s.post(new Step.ValidateConstraint(ordersId(s), s.names.id("later")));
    if (s.target.has(Feature.TEMPORAL_CONSTRAINTS)) {
      temporal(s);
    }
    if (s.target.has(Feature.NOT_ENFORCED)) {
      Constraint.Check hint = check(s, "orders", "hint", "customer", true, true);
      s.post(
          new Step.AddCheck(
              new Constraint.Check(
                  hint.table(),
                  hint.name(),
                  hint.expression(),
                  hint.noInherit(),
                  true,
                  false,
                  false,
                  true,
                  Optional.empty())));
    }
    s.post(
        new Step.AddNotNull(
            s.names.app("orders"),
            s.names.id("amount"),
            new Column.NotNull(Optional.of(s.names.id("amount_given")), true, true, false),
            false));
    s.post(
        new Step.AddNotNull(
            s.names.app("orders"), s.names.id("customer"), Column.NotNull.PLAIN, true));
    foreignKeys(s);
  }

  private static void foreignKeys(Sample s) {
    s.post(
        new Step.AddForeignKey(
            foreignKey(
                s,
                "plain",
                Constraint.Match.SIMPLE,
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION,
                ImmutableList.of(),
                Deferrability.NOT_DEFERRABLE),
            false));
    s.post(
        new Step.AddForeignKey(
            foreignKey(
                s,
                "full",
                Constraint.Match.FULL,
                Constraint.Action.SET_DEFAULT,
                Constraint.Action.SET_NULL,
                s.target.has(Feature.FOREIGN_KEY_SET_COLUMNS)
                    ? ids(s, "customer")
                    : ImmutableList.of(),
                Deferrability.DEFERRABLE),
            true));
    s.post(new Step.ValidateConstraint(ordersId(s), s.names.id("full")));
    if (s.target.has(Feature.NOT_ENFORCED)) {
      Constraint.ForeignKey hint =
          foreignKey(
              s,
              "hint_of_customer",
              Constraint.Match.SIMPLE,
              Constraint.Action.NO_ACTION,
              Constraint.Action.NO_ACTION,
              ImmutableList.of(),
              Deferrability.DEFERRABLE);
      s.post(
          new Step.AddForeignKey(
              new Constraint.ForeignKey(
                  hint.table(),
                  hint.name(),
                  hint.columns(),
                  hint.referencedTable(),
                  hint.referencedColumns(),
                  hint.match(),
                  hint.onUpdate(),
                  hint.onDelete(),
                  hint.onDeleteColumns(),
                  false,
                  hint.deferrability(),
                  false,
                  true,
                  Optional.empty()),
              false));
    }
  }

  private static void temporal(Sample s) {
    for (String table : new String[] {"bookings", "guests"}) {
      s.pre(
          Sample.create(
              s.table(
                  table,
                  ALONE,
                  s.column("room", Sample.type("int4range")),
                  s.column("during", Sample.type("daterange")))));
    }
    s.pre(
        new Step.AddKey(
            new Constraint.PrimaryKey(
                s.names.app("bookings"),
                s.names.id("bookings_pkey"),
                ids(s, "room", "during"),
                ImmutableList.of(),
                true,
                Deferrability.NOT_DEFERRABLE,
                ImmutableSortedMap.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    s.post(
        new Step.AddForeignKey(
            new Constraint.ForeignKey(
                s.names.app("guests"),
                s.names.id("guests_room"),
                ids(s, "room", "during"),
                s.names.app("bookings"),
                ids(s, "room", "during"),
                Constraint.Match.SIMPLE,
                Constraint.Action.NO_ACTION,
                Constraint.Action.NO_ACTION,
                ImmutableList.of(),
                true,
                Deferrability.NOT_DEFERRABLE,
                true,
                true,
                Optional.empty()),
            false));
  }

  private static ObjectId.InSchema ordersId(Sample s) {
    return ObjectId.table(s.names.app("orders"));
  }

  private static Constraint.ForeignKey foreignKey(
      Sample s,
      String name,
      Constraint.Match match,
      Constraint.Action onUpdate,
      Constraint.Action onDelete,
      ImmutableList<Identifier> onDeleteColumns,
      Deferrability deferrability) {
    return new Constraint.ForeignKey(
        s.names.app("orders"),
        s.names.id(name),
        ids(s, "customer"),
        s.names.app("customers"),
        ids(s, "id"),
        match,
        onUpdate,
        onDelete,
        onDeleteColumns,
        false,
        deferrability,
        true,
        true,
        Optional.empty());
  }

  static Constraint.Check check(
      Sample s, String table, String name, String column, boolean noInherit, boolean validated) {
    return new Constraint.Check(
        s.names.app(table),
        s.names.id(name),
        s.names.text("(%s > 0)", column),
        noInherit,
        true,
        false,
        true,
        validated,
        Optional.empty());
  }

  static ImmutableList<Identifier> ids(Sample s, String... names) {
    return java.util.Arrays.stream(names).map(s.names::id).collect(ImmutableList.toImmutableList());
  }
}
