package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.DefaultPrivileges;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.ColumnBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Differences that a step of its own removes from an object that is there. */
class AlterationsTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final ObjectId.InSchema TABLE = ObjectId.table(T);
  private static final Identifier B = Identifier.of("b");
  private static final Identifier NOT_NULL = Identifier.of("t_b_not_null");
  private static final ImmutableList<Constraint.Check> NO_CHECKS = ImmutableList.of();
  private static final ImmutableSortedMap<Identifier, Sequence> NO_SEQUENCES =
      ImmutableSortedMap.of();
  private static final Grantee READER = new Grantee.Role(Identifier.of("reader"));

  @Test
  void ownerAndComments() {
    TableBuilder desired = t().owner("reader").comment("new").column(b().comment("of b").build());
    assertThat(steps(desired, t().column(b().build())))
        .containsExactlyInAnyOrder(
            new Step.SetOwner(TABLE, Identifier.of("reader")),
            new Step.SetComment(TABLE, Optional.of("new")),
            new Step.SetComment(ObjectId.column(TABLE, B), Optional.of("of b")));
    assertThat(steps(t(), t().comment("old")))
        .containsExactly(new Step.SetComment(TABLE, Optional.empty()));
  }

  @Test
  void privilegesGoOverToTheNewOwner() {
    Grantee owner = new Grantee.Role(Objects.OWNER);
    Privileges withoutDelete =
        new Privileges(
            ImmutableSortedSet.of(Objects.grant("reader", Privilege.SELECT)),
            ImmutableSortedSet.of(new Grant(owner, Privilege.DELETE, false, Optional.empty())));
    assertThat(steps(t().owner("reader"), t().privileges(withoutDelete)))
        .containsExactly(
            new Step.SetOwner(TABLE, Identifier.of("reader")), give(Privilege.DELETE, false));
  }

  @Test
  void newTableHasTheDefaultPrivilegesOfTheShard() {
    DefaultPrivileges defaults =
        new DefaultPrivileges(
            ImmutableMap.of(
                DefaultPrivileges.Target.TABLES,
                Objects.granted(Objects.grant("reader", Privilege.SELECT))),
            ImmutableTable.of(
                T.schema(),
                DefaultPrivileges.Target.SEQUENCES,
                Objects.granted(Objects.grant("reader", Privilege.USAGE))));
    Catalog desired =
        new CatalogBuilder()
            .add(t().privileges(Objects.granted(Objects.grant("reader", Privilege.INSERT))))
            .add(Objects.sequence(QualifiedName.of("app", "s"), new Sequence.Ownership.None()))
            .add(Objects.sequence(QualifiedName.of("other", "s"), new Sequence.Ownership.None()))
            .build();
    ShardPlan plan =
        Planner.plan(
            Plans.desired(desired),
            Snapshots.on(
                Snapshots.withDefaultPrivileges(
                    Snapshots.server(ServerVersion.NEWEST_MAJOR), defaults),
                catalogOf(Objects.schema(T.schema()))),
            TextEquivalence.NONE,
            Plans.OPTIONS);
    assertThat(Plans.steps(plan))
        .filteredOn(s -> s instanceof Step.RevokePrivileges || s instanceof Step.GrantPrivileges)
        .containsExactlyInAnyOrder(
            revoke(READER, Privilege.SELECT),
            give(Privilege.INSERT, false),
            new Step.RevokePrivileges(
                ObjectId.sequence(QualifiedName.of("app", "s")),
                ImmutableSortedSet.of(Privilege.USAGE),
                READER,
                Optional.empty()));
  }

  @Test
  void columnSettings() {
    assertThat(column(b().statisticsTarget(500), b()))
        .isEqualTo(new Step.SetColumnStatistics(TABLE, B, 500));
    assertThat(column(b(), b().statisticsTarget(500)))
        .isEqualTo(new Step.SetColumnStatistics(TABLE, B, Step.DEFAULT_STATISTICS));
    assertThat(column(b().storage(Column.Storage.EXTERNAL), b()))
        .isEqualTo(new Step.SetColumnStorage(TABLE, B, Column.Storage.EXTERNAL));
    ImmutableSortedMap<String, String> options = ImmutableSortedMap.of("n_distinct", "5");
    assertThat(column(b().options(options), b()))
        .isEqualTo(new Step.SetColumnOptions(TABLE, B, options));
    SqlText one = new SqlText("1");
    assertThat(column(b().value(new Column.Value.Default(one)), b()))
        .isEqualTo(new Step.SetDefault(TABLE, B, one));
  }

  @Test
  void foreignTables() {
    ImmutableMap<String, String> one = ImmutableMap.of("column_name", "B");
    ImmutableMap<String, String> two = ImmutableMap.of("column_name", "C", "other", "");
    assertThat(
            steps(
                t().foreign("s").column(b().foreignOptions(two).build()),
                t().foreign("s").column(b().foreignOptions(one).build())))
        .containsExactly(new Step.SetForeignColumnOptions(T, B, one, two));
    assertThat(steps(t().foreign("s").comment("new"), t().foreign("s")))
        .containsExactly(new Step.SetForeignTableComment(T, Optional.of("new")));
  }

  @Test
  void typedTables() {
    QualifiedName type = QualifiedName.of("app", "row");
    assertThat(steps(t().ofType(type), t()))
        .containsExactly(new Step.SetTableType(T, Optional.of(type)));
    assertThat(steps(t(), t().ofType(type)))
        .containsExactly(new Step.SetTableType(T, Optional.empty()));
  }

  @Test
  void defaultsOfViewColumns() {
    SqlText one = new SqlText("1");
    View plain = Objects.view("app", "v", "SELECT 1 AS a", "a");
    View.OutputColumn a = plain.columns().getFirst();
    View withDefault =
        new View(
            plain.name(),
            ImmutableList.of(
                new View.OutputColumn(
                    a.name(),
                    a.type(),
                    a.collation(),
                    Optional.of(one),
                    a.privileges(),
                    a.comment())),
            plain.query(),
            plain.options(),
            plain.checkOption(),
            plain.ruleComment(),
            plain.owner(),
            plain.privileges(),
            plain.comment());
    assertThat(Plans.steps(Plans.between(catalogOf(withDefault), catalogOf(plain))))
        .containsExactly(new Step.SetDefault(plain.id(), a.name(), one));
    ShardPlan dropping = Plans.between(catalogOf(plain), catalogOf(withDefault));
    assertThat(Plans.steps(dropping)).containsExactly(new Step.DropDefault(plain.id(), a.name()));
    assertThat(dropping.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.STATE_CHANGES);
  }

  @Test
  void settingsOfMaterializedViewColumns() {
    MaterializedView plain = Objects.materializedView("app", "m", "SELECT 1 AS a", "a");
    MaterializedView.StoredColumn a = plain.columns().getFirst();
    ImmutableMap<String, String> options = ImmutableMap.of("n_distinct", "5");
    MaterializedView set =
        new MaterializedView(
            plain.name(),
            ImmutableList.of(
                new MaterializedView.StoredColumn(
                    a.name(),
                    a.type(),
                    a.collation(),
                    Optional.of(Column.Storage.PLAIN),
                    Optional.of(Column.Compression.PGLZ),
                    Optional.of(500),
                    options,
                    a.privileges(),
                    a.comment())),
            plain.query(),
            plain.storageParameters(),
            plain.accessMethod(),
            plain.tablespace(),
            plain.clusteredOn(),
            plain.ruleComment(),
            plain.owner(),
            plain.privileges(),
            plain.comment());
    assertThat(Plans.steps(Plans.between(catalogOf(set), catalogOf(plain))))
        .containsExactlyInAnyOrder(
            new Step.SetColumnStatistics(plain.id(), a.name(), 500),
            new Step.SetColumnStorage(plain.id(), a.name(), Column.Storage.PLAIN),
            new Step.SetColumnCompression(
                plain.id(), a.name(), Optional.of(Column.Compression.PGLZ)),
            new Step.SetColumnOptions(plain.id(), a.name(), options));
    assertThat(Plans.between(catalogOf(plain), catalogOf(set)).findings())
        .extracting(Finding::code)
        .contains(FindingCode.DESTINATION_CONFLICT);
  }

  @Test
  void replicaIdentity() {
    Table.ReplicaIdentity full = new Table.ReplicaIdentity.Full();
    Table.ReplicaIdentity primaryKey = new Table.ReplicaIdentity.Default();
    assertThat(steps(t().replicaIdentity(full), t()))
        .containsExactly(new Step.SetReplicaIdentity(T, full));
    assertThat(steps(t(), t().replicaIdentity(full)))
        .containsExactly(new Step.SetReplicaIdentity(T, primaryKey));
  }

  @Test
  void clusterOnFollowsItsIndex() {
    TableBuilder desired = t().column("a", "int8").index("i", "a").clusteredOn("i");
    assertThat(steps(desired, t().column("a", "int8")))
        .extracting(Step::getClass)
        .isEqualTo(List.of(Step.CreateIndex.class, Step.ClusterOn.class));
  }

  @Test
  void grantOptionIsGivenAndTaken() {
    Grant plain = Objects.grant("reader", Privilege.SELECT);
    Grant grantable = new Grant(READER, Privilege.SELECT, true, Optional.empty());
    assertThat(privileges(Objects.granted(grantable), Objects.granted(plain)))
        .containsExactly(revoke(READER, Privilege.SELECT), give(Privilege.SELECT, true));
    assertThat(privileges(Objects.granted(plain), Objects.granted(grantable)))
        .containsExactly(revoke(READER, Privilege.SELECT), give(Privilege.SELECT, false));
  }

  @Test
  void privilegesOfTheDefaultAreRevokedAndGivenBack() {
    Grantee owner = new Grantee.Role(Objects.OWNER);
    Privileges readOnly =
        new Privileges(
            ImmutableSortedSet.of(),
            ImmutableSortedSet.of(
                new Grant(owner, Privilege.DELETE, false, Optional.empty()),
                new Grant(owner, Privilege.UPDATE, false, Optional.empty())));
    assertThat(privileges(readOnly, Privileges.DEFAULT))
        .containsExactly(revoke(owner, Privilege.UPDATE, Privilege.DELETE));
    assertThat(privileges(Privileges.DEFAULT, readOnly))
        .containsExactly(
            new Step.GrantPrivileges(
                TABLE,
                ImmutableSortedSet.of(Privilege.UPDATE, Privilege.DELETE),
                owner,
                false,
                Optional.empty()));
  }

  @Test
  void anotherGrantorIsNoDifference() {
    Grant byOwner = Objects.grant("reader", Privilege.SELECT);
    Grant byOther = new Grant(READER, Privilege.SELECT, false, Optional.of(Identifier.of("other")));
    Grant grantable = new Grant(READER, Privilege.SELECT, true, Optional.empty());
    assertThat(privileges(Objects.granted(byOther), Objects.granted(byOwner))).isEmpty();
    assertThat(privileges(Objects.granted(byOther, grantable), Objects.granted(grantable)))
        .isEmpty();
  }

  @Test
  void columnPrivileges() {
    TableBuilder desired =
        t().column(
                b().privileges(Objects.granted(Objects.grant("reader", Privilege.SELECT))).build());
    assertThat(steps(desired, t().column(b().build())))
        .extracting(Step::object)
        .isEqualTo(List.of(ObjectId.column(TABLE, B)));
  }

  @Test
  void triggerState() {
    QualifiedName function = QualifiedName.of("app", "f");
    Trigger origin = Objects.trigger(TABLE, "g", function);
    assertThat(steps(t().add(state(origin, Firing.ALWAYS)), t().add(origin)))
        .containsExactly(new Step.SetTriggerState(TABLE, Identifier.of("g"), Firing.ALWAYS));
    assertThat(steps(t().add(state(origin, Firing.DISABLED)), t()))
        .extracting(Step::getClass)
        .isEqualTo(List.of(Step.CreateTrigger.class, Step.SetTriggerState.class));
  }

  @Test
  void constraintsAreValidated() {
    Constraint.Check check = Objects.check(T, "c", "true");
    Constraint.Check open =
        new Constraint.Check(
            T, check.name(), check.expression(), false, true, false, true, false, Optional.empty());
    assertThat(steps(t().add(check), t().add(open)))
        .containsExactly(new Step.ValidateConstraint(TABLE, check.name()));
  }

  @Test
  void notNullThatRowsMayBreakWaitsForThem() {
    Column.NotNull open = new Column.NotNull(Optional.empty(), false, true, false);
    Column.NotNull named = new Column.NotNull(Optional.of(NOT_NULL), false, true, false);
    assertThat(steps(t().column(b().notNull(open).build()), t().column(b().build())))
        .containsExactly(new Step.AddNotNull(T, B, named, false));
    ShardPlan plan = Plans.fromNothing(catalogOf(t().column(b().notNull(open).build())));
    assertThat(plan.plan().only(Stage.PRE_DATA).steps())
        .extracting(PlannedStep::step)
        .contains(
            new Step.CreateTable(
                t().column(b().build()).build(), ImmutableList.of(), NO_CHECKS, NO_SEQUENCES));
    assertThat(plan.plan().only(Stage.POST_DATA).steps())
        .extracting(PlannedStep::step)
        .containsExactly(new Step.AddNotNull(T, B, named, false));
  }

  @Test
  void notNullIsAddedAndValidated() {
    Column.NotNull open = new Column.NotNull(Optional.empty(), false, true, false);
    Column.NotNull named = new Column.NotNull(Optional.of(NOT_NULL), false, true, true);
    assertThat(steps(t().column(b().notNull().build()), t().column(b().notNull(open).build())))
        .containsExactly(new Step.ValidateConstraint(TABLE, NOT_NULL));
    assertThat(steps(t().column(b().notNull().build()), t().column(b().build())))
        .containsExactly(new Step.AddNotNull(T, B, named, false));
  }

  @Test
  void checkOfADomainIsValidated() {
    Type.DomainCheck check = Objects.domainCheck("c", "true");
    Type.DomainCheck open =
        new Type.DomainCheck(check.name(), check.expression(), false, Optional.empty());
    Type.Domain domain = Objects.domain("app", "d", check);
    assertThat(Plans.steps(catalogOf(domain), catalogOf(Objects.domain("app", "d", open))))
        .containsExactly(new Step.ValidateConstraint(domain.id(), check.name()));
  }

  @Test
  void whatTheShardAloneHasValidatedIsLeftAndTold() {
    Constraint.Check check = Objects.check(T, "c", "true");
    Constraint.Check open =
        new Constraint.Check(
            T, check.name(), check.expression(), false, true, false, true, false, Optional.empty());
    ShardPlan plan = Plans.between(catalogOf(t().add(open)), catalogOf(t().add(check)));
    assertThat(plan.plan().steps()).isEmpty();
    assertThat(plan.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.STRICTER_CONSTRAINT);
  }

  @Test
  void partitionsHaveTheirChecksBeforeTheirParent() {
    QualifiedName p = QualifiedName.of("app", "a");
    TableBuilder parent =
        table(p).required("id", "int8").partitionedBy("id").add(shared(p, false, false));
    TableBuilder part = t().required("id", "int8").partitionOf(p, 0, 9).add(shared(T, true, false));
    TableBuilder bare = table(p).required("id", "int8").partitionedBy("id");
    TableBuilder barePart = t().required("id", "int8").partitionOf(p, 0, 9);
    assertThat(Plans.steps(catalogOf(parent, part), catalogOf(bare, barePart)))
        .containsExactly(
            new Step.AddCheck(shared(T, true, false)), new Step.AddCheck(shared(p, false, false)));

    TableBuilder half = t().required("id", "int8").partitionOf(p, 0, 9).add(shared(T, false, true));
    TableBuilder wanted =
        t().required("id", "int8").partitionOf(p, 0, 9).add(shared(T, true, true));
    ShardPlan plan = Plans.between(catalogOf(parent, wanted), catalogOf(bare, half));
    assertThat(plan.findings()).isEmpty();
    assertThat(Plans.steps(plan)).containsExactly(new Step.AddCheck(shared(p, false, false)));
  }

  @Test
  void tableGetsTheCheckOfAFinishedParentBeforeItIsAttached() {
    QualifiedName p = QualifiedName.of("app", "a");
    TableBuilder parent =
        table(p).required("id", "int8").partitionedBy("id").add(shared(p, false, false));
    TableBuilder part = t().required("id", "int8").partitionOf(p, 0, 9).add(shared(T, true, false));
    ShardPlan plan = Plans.between(catalogOf(parent, part), catalogOf(parent));
    assertThat(plan.plan().steps()).extracting(PlannedStep::stage).containsOnly(Stage.PRE_DATA);
    assertThat(Plans.steps(plan).stream().<Class<?>>map(Step::getClass))
        .containsSubsequence(
            Step.CreateTable.class, Step.AddCheck.class, Step.AttachPartition.class);
  }

  /** Each part of it wants to be first: the identity the parent, the key and the check the leaf. */
  @Test
  void partitionedTableJoinsAFinishedOneFromTheTop() {
    QualifiedName root = QualifiedName.of("app", "root");
    QualifiedName leaf = QualifiedName.of("app", "a_leaf");
    TableBuilder parent =
        table(root)
            .identity("id")
            .partitionedBy("id")
            .primaryKey("id")
            .add(shared(root, false, false));
    Column id = parent.build().columns().getFirst();
    TableBuilder inner =
        t().column(id)
            .role(
                new PartitionRole.Partition(
                    root, TableBuilder.range(0, 9), Optional.of(TableBuilder.key("id"))))
            .add(shared(T, true, false))
            .add(keyUnder(T, "root_pkey"));
    TableBuilder below =
        table(leaf)
            .column(id)
            .partitionOf(T, 0, 9)
            .add(shared(leaf, true, false))
            .add(keyUnder(leaf, "t_pkey"));
    ShardPlan plan = Plans.between(catalogOf(parent, inner, below), catalogOf(parent));
    assertThat(plan.findings()).isEmpty();
    assertThat(plan.plan().steps()).extracting(PlannedStep::stage).containsOnly(Stage.PRE_DATA);
    assertThat(Plans.steps(plan))
        .containsSubsequence(
            new Step.AttachPartition(T, root, TableBuilder.range(0, 9)),
            new Step.AttachPartition(leaf, T, TableBuilder.range(0, 9)));
    assertThat(Plans.steps(plan))
        .containsSubsequence(
            new Step.AddCheck(shared(leaf, true, false)),
            new Step.AddCheck(shared(T, true, false)),
            new Step.AttachPartition(T, root, TableBuilder.range(0, 9)));
    assertThat(Plans.steps(plan))
        .containsSubsequence(
            new Step.AddKey(keyUnder(leaf, "t_pkey")),
            new Step.AttachPartition(leaf, T, TableBuilder.range(0, 9)));
  }

  private static Constraint.PrimaryKey keyUnder(QualifiedName table, String parent) {
    return new Constraint.PrimaryKey(
        table,
        Identifier.of(table.name() + "_pkey"),
        Objects.identifiers("id"),
        Objects.identifiers(),
        false,
        Constraint.Deferrability.NOT_DEFERRABLE,
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.of(QualifiedName.of("app", parent)),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void tableWhoseParentTheShardHasValidatedCannotBeAttached() {
    QualifiedName p = QualifiedName.of("app", "a");
    TableBuilder parent =
        table(p).required("id", "int8").partitionedBy("id").add(shared(p, false, false));
    TableBuilder validated =
        table(p).required("id", "int8").partitionedBy("id").add(shared(p, false, true));
    TableBuilder part = t().required("id", "int8").partitionOf(p, 0, 9).add(shared(T, true, false));
    assertThat(Plans.between(catalogOf(parent, part), catalogOf(validated)).findings())
        .extracting(Finding::code, f -> f.object().orElseThrow())
        .containsExactlyInAnyOrder(
            tuple(FindingCode.STRICTER_CONSTRAINT, shared(p, false, true).id()),
            tuple(FindingCode.DESTINATION_CONFLICT, shared(T, true, false).id()));
  }

  @Test
  void checkThatTheParentHasLostOnTheShardIsAConflict() {
    QualifiedName p = QualifiedName.of("app", "a");
    TableBuilder parent =
        table(p).required("id", "int8").partitionedBy("id").add(shared(p, false, true));
    TableBuilder part = t().required("id", "int8").partitionOf(p, 0, 9);
    assertThat(
            Plans.between(
                    catalogOf(parent, part.add(shared(T, true, true))),
                    catalogOf(
                        parent,
                        t().required("id", "int8")
                            .partitionOf(p, 0, 9)
                            .add(shared(T, false, true))))
                .findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.DESTINATION_CONFLICT);
  }

  private static Constraint.Check shared(
      QualifiedName table, boolean inherited, boolean validated) {
    return new Constraint.Check(
        table,
        Identifier.of("c"),
        new SqlText("true"),
        false,
        true,
        inherited,
        true,
        validated,
        Optional.empty());
  }

  @Test
  void foreignKeyIsAddedWithoutItsScanAndThenValidated() {
    TableBuilder table = t().required("id", "int8").primaryKey("id");
    Constraint.ForeignKey key = Objects.foreignKey(T, "f", T, "id");
    Catalog desired = new CatalogBuilder().add(table).add(key).build();
    assertThat(Plans.steps(desired, catalogOf(table)))
        .containsExactly(
            new Step.AddForeignKey(key, true), new Step.ValidateConstraint(TABLE, key.name()));
  }

  @Test
  void sequenceIsGivenToItsColumn() {
    QualifiedName name = QualifiedName.of("app", "s");
    Sequence free = Objects.sequence(name, new Sequence.Ownership.None());
    Sequence owned = Objects.sequence(name, new Sequence.Ownership.OwnedBy(T, B));
    assertThat(steps(t().column(b().build()).add(owned), t().column(b().build()).add(free)))
        .containsExactly(new Step.SetSequenceOwnedBy(name, T, B));
  }

  @Test
  void tableIsAttached() {
    TableBuilder parent = table("app", "p").required("id", "int8").partitionedBy("id");
    TableBuilder alone = t().required("id", "int8");
    TableBuilder part = t().required("id", "int8").partitionOf(QualifiedName.of("app", "p"), 0, 9);
    assertThat(Plans.steps(catalogOf(parent, part), catalogOf(parent, alone)))
        .containsExactly(
            new Step.AttachPartition(T, QualifiedName.of("app", "p"), TableBuilder.range(0, 9)));
  }

  @Test
  void newPartitionGetsItsIndexesBeforeItIsAttachedToAFinishedParent() {
    QualifiedName p = QualifiedName.of("app", "p");
    Index parentIndex = Objects.index(QualifiedName.of("app", "pi"), ObjectId.table(p), "id");
    TableBuilder parent =
        table(p).required("id", "int8").partitionedBy("id").primaryKey("id").add(parentIndex);
    Index index =
        Indexes.withParent(
            Objects.index(QualifiedName.of("app", "ti"), TABLE, "id"),
            Optional.of(parentIndex.name()));
    TableBuilder part =
        t().required("id", "int8").partitionOf(p, 0, 9).add(index).add(keyUnder(T, "p_pkey"));
    ShardPlan plan = Plans.between(catalogOf(parent, part), catalogOf(parent));
    assertThat(plan.plan().steps()).extracting(PlannedStep::stage).containsOnly(Stage.PRE_DATA);
    List<Class<?>> order = Plans.steps(plan).stream().<Class<?>>map(Step::getClass).toList();
    assertThat(order.indexOf(Step.AttachPartition.class))
        .isGreaterThan(order.indexOf(Step.AddKey.class))
        .isGreaterThan(order.indexOf(Step.CreateIndex.class));
  }

  @Test
  void invalidIndexIsMadeAgainWithItsComment() {
    Index index =
        Indexes.withComment(Objects.index(QualifiedName.of("app", "i"), TABLE, "a"), "kept");
    TableBuilder desired = t().column("a", "int8").add(index);
    TableBuilder actual = t().column("a", "int8").add(Indexes.invalid(index));
    assertThat(steps(desired, actual))
        .containsExactly(
            new Step.DropInvalidIndex(index.name(), true),
            new Step.CreateIndex(index, true, false),
            new Step.SetComment(index.id(), Optional.of("kept")));
  }

  @Test
  void indexStatisticsAreSetAndForgotten() {
    Index index = Objects.index(QualifiedName.of("app", "i"), TABLE, "a");
    Index measured = Indexes.withStatistics(index, 1, 200);
    TableBuilder table = t().column("a", "int8");
    assertThat(Plans.steps(with(table, measured), with(table, index)))
        .containsExactly(new Step.SetIndexStatistics(index.name(), 1, 200));
    assertThat(Plans.steps(with(table, index), with(table, measured)))
        .containsExactly(new Step.SetIndexStatistics(index.name(), 1, Step.DEFAULT_STATISTICS));
  }

  @Test
  void commentsOfPrimaryKeysComeWithThem() {
    Constraint.PrimaryKey key = Objects.primaryKey(T, "k", "a");
    TableBuilder desired =
        t().required("a", "int8")
            .add(
                new Constraint.PrimaryKey(
                    T,
                    key.name(),
                    key.columns(),
                    key.include(),
                    false,
                    key.deferrability(),
                    key.storageParameters(),
                    key.tablespace(),
                    key.parentIndex(),
                    Optional.of("the key"),
                    Optional.empty()));
    assertThat(Plans.fromNothing(catalogOf(desired)).plan().steps())
        .extracting(PlannedStep::stage)
        .containsOnly(Stage.PRE_DATA);
  }

  private static Catalog with(TableBuilder table, Index index) {
    return new CatalogBuilder().add(table).add(index).build();
  }

  private static Trigger state(Trigger trigger, Firing state) {
    return new Trigger(
        trigger.relation(),
        trigger.name(),
        trigger.timing(),
        trigger.events(),
        trigger.level(),
        trigger.oldTable(),
        trigger.newTable(),
        trigger.when(),
        trigger.function(),
        trigger.arguments(),
        trigger.constraint(),
        state,
        trigger.comment());
  }

  private static List<Step> privileges(Privileges desired, Privileges actual) {
    return steps(t().privileges(desired), t().privileges(actual));
  }

  private static Step revoke(Grantee grantee, Privilege... privileges) {
    return new Step.RevokePrivileges(
        TABLE, ImmutableSortedSet.copyOf(privileges), grantee, Optional.empty());
  }

  private static Step give(Privilege privilege, boolean grantable) {
    return new Step.GrantPrivileges(
        TABLE, ImmutableSortedSet.of(privilege), READER, grantable, Optional.empty());
  }

  private static Step column(ColumnBuilder desired, ColumnBuilder actual) {
    List<Step> steps = steps(t().column(desired.build()), t().column(actual.build()));
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }

  private static TableBuilder t() {
    return table(T);
  }

  private static ColumnBuilder b() {
    return new ColumnBuilder("b", TypeRef.builtIn("text"));
  }

  /** The steps, where nothing is in conflict. */
  private static List<Step> steps(TableBuilder desired, TableBuilder actual) {
    ShardPlan plan = Plans.between(catalogOf(desired), catalogOf(actual));
    assertThat(plan.findings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.DESTINATION_CONFLICT, FindingCode.DESTINATION_EXTRA);
    return Plans.steps(plan);
  }
}
