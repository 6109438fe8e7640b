package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.UserMapping;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.server.DefaultPrivileges;
import dev.schemasync.model.server.InstallableExtensions;
import dev.schemasync.model.server.LargeObjects;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.ColumnBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Routines;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of finding, provoked. */
class FindingsTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final ServerFacts SERVER = Snapshots.server(ServerVersion.NEWEST_MAJOR);
  private static final Identifier PUBLICATION = Identifier.of("p");

  /** Given where stages and shards are known, not here. */
  private static final ImmutableSet<FindingCode> OF_A_RUN =
      ImmutableSet.of(
          FindingCode.NOT_YET_PRESENT,
          FindingCode.SOURCE_STANDBY,
          FindingCode.VERIFICATION_DIFFERENCE);

  /** A situation, and the findings in it. */
  record Situation(FindingCode expected, List<Finding> findings) {
    @Override
    public String toString() {
      return expected.code();
    }
  }

  @ParameterizedTest
  @MethodSource("situations")
  void isFound(Situation situation) {
    assertThat(situation.findings())
        .filteredOn(f -> f.code() == situation.expected())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.message()).endsWith(".");
              assertThat(finding.remedy()).endsWith(".");
            });
  }

  @Test
  void everyCodeIsProvoked() {
    assertThat(situations().stream().map(Situation::expected).toList())
        .containsExactlyInAnyOrderElementsOf(
            Sets.difference(Sets.immutableEnumSet(List.of(FindingCode.values())), OF_A_RUN));
  }

  @Test
  void perfectShardHasNoFindings() {
    Catalog catalog = catalogOf(t().required("id", "int8").primaryKey("id"));
    assertThat(destination(catalog, SERVER)).isEmpty();
  }

  static ImmutableList<Situation> situations() {
    TableBuilder good = t().required("id", "int8").primaryKey("id");
    Catalog published = new CatalogBuilder().add(Objects.publicationOfAll("p")).add(good).build();
    return ImmutableList.<Situation>builder()
        .addAll(ofTheSource(good))
        .addAll(ofThePlan(good))
        .addAll(ofTheServer())
        .add(
            new Situation(
                FindingCode.UNTESTED_VERSION,
                Checks.version(
                    "source", new ServerVersion(ServerVersion.NEWEST_MAJOR * 10000 + 10000))),
            new Situation(
                FindingCode.SOURCE_SHARDS_DIFFER,
                Checks.sourceShards(
                    List.of(Snapshots.of(published), Snapshots.of(catalogOf(good))))))
        .build();
  }

  private static List<Situation> ofTheSource(TableBuilder good) {
    Index invalid = Indexes.invalid(Objects.index(QualifiedName.of("app", "i"), good.id(), "id"));
    Publication.Member part =
        new Publication.Member(T, Objects.identifiers("id"), Optional.of(new SqlText("(id > 1)")));
    Publication partial =
        Objects.publication(
            "p", new Publication.Content.Members(ImmutableList.of(part), ImmutableSortedSet.of()));
    Catalog odd = new CatalogBuilder().add(partial).add(good).build();
    return List.of(
        new Situation(FindingCode.PUBLICATION_MISSING, scope(catalogOf(good))),
        new Situation(FindingCode.PUBLICATION_EMPTY, scope(catalogOf(Objects.publicationOf("p")))),
        new Situation(
            FindingCode.NO_REPLICA_IDENTITY,
            Checks.replicaIdentities(
                Scope.of(
                    Snapshots.of(
                        new CatalogBuilder()
                            .add(Objects.publicationOfAll("p"))
                            .add(t().column("id", "int8"))
                            .build()),
                    PUBLICATION))),
        new Situation(
            FindingCode.UNSUPPORTED_OBJECT,
            scope(
                catalogOf(
                    Objects.publicationOfAll("p"), Objects.unsupported("operator", "app.=")))),
        new Situation(
            FindingCode.LARGE_OBJECTS,
            Scope.of(
                    Snapshots.withLargeObjects(
                        Snapshots.of(catalogOf(Objects.publicationOfAll("p"))),
                        new LargeObjects(2, 1, 0, ImmutableSortedSet.of(Objects.OWNER))),
                    PUBLICATION)
                .findings()),
        new Situation(
            FindingCode.INVALID_INDEX,
            scope(
                new CatalogBuilder()
                    .add(Objects.publicationOfAll("p"), invalid)
                    .add(t().column("id", "int8"))
                    .build())),
        new Situation(
            FindingCode.OUT_OF_SCOPE,
            scope(
                new CatalogBuilder()
                    .add(Objects.publicationOf("p", T))
                    .add(t().column("id", "int8"))
                    .add(table("app", "other"))
                    .build())),
        new Situation(
            FindingCode.OWNERSHIP_DROPPED,
            scope(
                new CatalogBuilder()
                    .add(Objects.publicationOf("p", T))
                    .add(t().columnWithDefault("id", "int8", "nextval('app.s')"))
                    .add(table("app", "other").column("id", "int8"))
                    .add(
                        Objects.sequence(
                            QualifiedName.of("app", "s"),
                            new Sequence.Ownership.OwnedBy(
                                QualifiedName.of("app", "other"), Identifier.of("id"))))
                    .dependency(
                        ObjectId.columnDefault(ObjectId.table(T), Identifier.of("id")),
                        ObjectId.sequence(QualifiedName.of("app", "s")))
                    .build())),
        new Situation(
            FindingCode.SEQUENCE_UNREADABLE,
            sequenceValues(Snapshots.of(WITH_SEQUENCE), Stage.POST_DATA)),
        new Situation(
            FindingCode.SEQUENCE_NOT_SET,
            sequenceValues(
                Snapshots.withHidden(Snapshots.of(WITH_SEQUENCE), QualifiedName.of("app", "s")),
                Stage.POST_DATA)),
        new Situation(FindingCode.COLUMN_LIST, scope(odd)),
        new Situation(FindingCode.ROW_FILTER, scope(odd)),
        new Situation(
            FindingCode.FOREIGN_PARTITION,
            scope(
                new CatalogBuilder()
                    .add(Objects.publicationOfAll("p"))
                    .add(t().column("id", "int8").partitionedBy("id"))
                    .add(
                        TableBuilder.table("app", "far")
                            .foreign("s")
                            .column("id", "int8")
                            .partitionOf(T, 0, 1))
                    .build())));
  }

  private static List<Situation> ofThePlan(TableBuilder good) {
    View view = Objects.view("app", "v", "SELECT 1 AS a", "a");
    Function one = Routines.function("app", "one");
    Function other = Routines.function("app", "other");
    Catalog loop =
        new CatalogBuilder()
            .add(one, other)
            .dependency(one.id(), other.id())
            .dependency(other.id(), one.id())
            .build();
    return List.of(
        new Situation(
            FindingCode.DESTINATION_CONFLICT,
            Plans.between(catalogOf(good), catalogOf(t().column("id", "text"))).findings()),
        new Situation(
            FindingCode.STRICTER_CONSTRAINT,
            Plans.between(withNotNull(false), withNotNull(true)).findings()),
        new Situation(
            FindingCode.SEQUENCE_FURTHER,
            sequence(Stage.CUTOVER, new SequenceValue(4, true), new SequenceValue(5, true))),
        new Situation(
            FindingCode.SEQUENCE_OUT_OF_RANGE,
            sequence(Stage.PRE_DATA, new SequenceValue(-5, true), new SequenceValue(1, false))),
        new Situation(
            FindingCode.DESTINATION_EXTRA,
            Plans.between(Catalog.EMPTY, catalogOf(good)).findings()),
        new Situation(
            FindingCode.DESTINATION_INTERFERENCE,
            Planner.plan(
                    new Desired(
                        catalogOf(good),
                        ImmutableSortedSet.of(T),
                        ImmutableSortedMap.of(),
                        ImmutableSortedSet.of(),
                        ImmutableSortedMap.of(),
                        ImmutableList.of()),
                    Snapshots.of(
                        catalogOf(t().required("id", "int8").primaryKey("id").check("c", "true"))),
                    TextEquivalence.NONE,
                    Plans.OPTIONS)
                .findings()),
        new Situation(FindingCode.INDEX_UNDER_CONSTRUCTION, underConstruction()),
        new Situation(FindingCode.EVENT_TRIGGER_FIRES, heard()),
        new Situation(FindingCode.OWNER_CHANGES, becomes(t().owner("reader"), t())),
        new Situation(FindingCode.COMMENT_CHANGES, becomes(t(), t().comment("old"))),
        new Situation(
            FindingCode.STATE_CHANGES,
            becomes(t(), t().replicaIdentity(new Table.ReplicaIdentity.Nothing()))),
        new Situation(FindingCode.PRIVILEGES_REVOKED, becomes(t(), t().privileges(ofReader()))),
        new Situation(FindingCode.PRIVILEGES_GRANTED, becomes(t().privileges(ofReader()), t())),
        new Situation(FindingCode.DEPENDENCY_LOOP, Plans.fromNothing(loop).findings()),
        new Situation(
            FindingCode.TEXT_NOT_PROVED,
            onStandby(
                catalogOf(view), catalogOf(Objects.view("app", "v", "SELECT (1) AS a", "a")))));
  }

  private static final Catalog WITH_SEQUENCE =
      catalogOf(Objects.publicationOfAll("p"), Objects.sequence("app", "s"));

  private static List<Finding> sequenceValues(Snapshot source, Stage stage) {
    return Checks.sequenceValues(Scope.of(source, PUBLICATION), List.of(source), stage);
  }

  /** What is found where somebody is building an index. */
  private static List<Finding> underConstruction() {
    TableBuilder table = t().column("id", "int8");
    Index index = Objects.index(QualifiedName.of("app", "i"), table.id(), "id");
    Catalog actual = new CatalogBuilder().add(table).add(Indexes.invalid(index)).build();
    ShardPlan plan =
        Planner.plan(
            Plans.desired(new CatalogBuilder().add(table).add(index).build()),
            Snapshots.withBuilder(Snapshots.of(actual), index.name(), 77),
            TextEquivalence.NONE,
            new PlanOptions(Stage.POST_DATA, true, true));
    assertThat(plan.plan().steps()).isEmpty();
    return plan.findings();
  }

  /** What is found where an event trigger of the source is there and cannot be silenced. */
  private static List<Finding> heard() {
    Catalog both = new CatalogBuilder().add(Objects.eventTrigger("e")).build();
    return Planner.plan(
            Plans.desired(both),
            Snapshots.on(Snapshots.server(16), both),
            TextEquivalence.NONE,
            Plans.OPTIONS)
        .findings();
  }

  /** What is found where the server cannot be asked about texts. */
  private static List<Finding> onStandby(Catalog wanted, Catalog present) {
    Snapshot standby = Snapshots.on(like(SERVER, "UTF8", true), present);
    Desired desired = Plans.desired(wanted);
    TextProbe probe = TextProbe.of(desired, standby);
    TextEquivalence texts = probe.unproved(probe.obstacle().orElseThrow());
    List<Finding> findings = Planner.plan(desired, standby, texts, Plans.OPTIONS).findings();
    assertThat(findings).extracting(Finding::code).doesNotContain(FindingCode.DESTINATION_CONFLICT);
    return findings;
  }

  private static List<Finding> becomes(TableBuilder desired, TableBuilder actual) {
    return Plans.between(catalogOf(desired), catalogOf(actual)).findings();
  }

  private static Privileges ofReader() {
    return Objects.granted(Objects.grant("reader", Privilege.SELECT));
  }

  private static List<Situation> ofTheServer() {
    Extension citext = Objects.extension("citext");
    Extension newer = Objects.extension("citext", "2.0");
    Grant byOther =
        new Grant(
            new Grantee.Role(Identifier.of("reader")),
            Privilege.SELECT,
            false,
            Optional.of(Identifier.of("reader")));
    Column virtual =
        new ColumnBuilder("a", TypeRef.builtIn("int8"))
            .value(new Column.Value.Generated(new SqlText("1"), Column.GeneratedKind.VIRTUAL))
            .build();
    return List.of(
        new Situation(
            FindingCode.UNSUPPORTED_BY_DESTINATION,
            destination(catalogOf(t().column(virtual)), Snapshots.server(17))),
        new Situation(
            FindingCode.PARTITION_IDENTITY,
            destination(partitionWithIdentity(), Snapshots.server(16))),
        new Situation(
            FindingCode.NOT_NULL_NAME, destination(withNotNull(true), Snapshots.server(17))),
        new Situation(
            FindingCode.MISSING_ROLE, destination(catalogOf(t().owner("nobody")), SERVER)),
        new Situation(
            FindingCode.MISSING_EXTENSION,
            destination(catalogOf(Objects.extension("postgis")), SERVER)),
        new Situation(
            FindingCode.EXTENSION_VERSION,
            Checks.destination(
                Plans.desired(catalogOf(newer)),
                SERVER,
                Snapshots.on(SERVER, catalogOf(citext)),
                Stage.CUTOVER)),
        new Situation(
            FindingCode.EXTENSION_DATA,
            Plans.fromNothing(catalogOf(Objects.extension("postgis", "3.3", T))).findings()),
        new Situation(
            FindingCode.EXTENSIONS_UNKNOWN,
            destination(
                catalogOf(citext),
                SERVER.withInstallable(new InstallableExtensions.Unknown("a broken file")))),
        new Situation(
            FindingCode.EXTENSION_PRIVILEGES,
            destination(
                catalogOf(citext),
                Snapshots.withDefaultPrivileges(
                    SERVER,
                    new DefaultPrivileges(
                        ImmutableMap.of(DefaultPrivileges.Target.ROUTINES, ofReader()),
                        ImmutableTable.of())))),
        new Situation(
            FindingCode.MISSING_LANGUAGE,
            destination(catalogOf(Routines.function(T, "plperl", "1")), SERVER)),
        new Situation(
            FindingCode.MISSING_COLLATION,
            destination(
                catalogOf(
                    t().column(
                            new ColumnBuilder("a", TypeRef.builtIn("text"))
                                .collation(QualifiedName.of("pg_catalog", "xx"))
                                .build())),
                SERVER)),
        new Situation(
            FindingCode.MISSING_TEXT_SEARCH,
            destination(
                catalogOf(Objects.dictionary("app", "d", QualifiedName.of("pg_catalog", "newer"))),
                SERVER)),
        new Situation(
            FindingCode.MISSING_TABLESPACE, destination(catalogOf(t().tablespace("fast")), SERVER)),
        new Situation(
            FindingCode.MISSING_ACCESS_METHOD,
            destination(catalogOf(t().accessMethod("columnar")), SERVER)),
        new Situation(
            FindingCode.USER_MAPPING_HIDDEN,
            Plans.fromNothing(catalogOf(mapping(new UserMapping.Options.Hidden()))).findings()),
        new Situation(
            FindingCode.USER_MAPPING_NOT_COMPARED,
            Plans.between(
                    catalogOf(mapping(new UserMapping.Options.Known(ImmutableMap.of()))),
                    catalogOf(mapping(new UserMapping.Options.Hidden())))
                .findings()),
        new Situation(
            FindingCode.MISSING_PRIVILEGE, destination(catalogOf(t()), withUser(SERVER, false))),
        new Situation(
            FindingCode.SUPERUSER_NEEDED,
            destination(catalogOf(Routines.function(T, "c", "1")), SERVER)),
        new Situation(
            FindingCode.DATABASE_LOCALE, destination(Catalog.EMPTY, like(SERVER, "LATIN1", false))),
        new Situation(
            FindingCode.DESTINATION_READ_ONLY,
            destination(Catalog.EMPTY, like(SERVER, SERVER.encoding(), true))),
        new Situation(
            FindingCode.GRANTOR_CHANGES,
            destination(catalogOf(t().privileges(Objects.granted(byOther))), SERVER)));
  }

  private static Catalog withNotNull(boolean validated) {
    Column.NotNull given =
        new Column.NotNull(Optional.of(Identifier.of("given")), false, true, validated);
    return catalogOf(
        t().column(new ColumnBuilder("a", TypeRef.builtIn("int8")).notNull(given).build()));
  }

  private static Catalog partitionWithIdentity() {
    QualifiedName root = QualifiedName.of("app", "root");
    TableBuilder parent = table(root).identity("id").partitionedBy("id");
    Column id = parent.build().columns().getFirst();
    return catalogOf(parent, t().column(id).partitionOf(root, 0, 9));
  }

  /** Also where the policy is on the shard and is to be given to other roles. */
  @Test
  void aRoleThatAPolicyIsForMustExist() {
    Policy open = Objects.policy(T, "p", "true");
    Policy narrow =
        new Policy(
            T,
            open.name(),
            true,
            open.command(),
            ImmutableSortedSet.of(new Grantee.Role(Identifier.of("nobody"))),
            open.using(),
            Optional.empty(),
            Optional.empty());
    Snapshot shard = Snapshots.on(SERVER, catalogOf(t().add(open)));
    for (Snapshot present : List.of(Snapshots.on(SERVER, Catalog.EMPTY), shard)) {
      assertThat(
              Checks.destination(
                  Plans.desired(catalogOf(t().add(narrow))), SERVER, present, Stage.POST_DATA))
          .extracting(Finding::message)
          .containsExactly("The role nobody does not exist; the policy app.t.p needs it.");
    }
  }

  @Test
  void deferrableKeyIsNoReplicaIdentity() {
    Constraint.PrimaryKey deferrable =
        new Constraint.PrimaryKey(
            T,
            Identifier.of("k"),
            Objects.identifiers("id"),
            ImmutableList.of(),
            false,
            Constraint.Deferrability.DEFERRABLE,
            ImmutableSortedMap.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Catalog catalog =
        new CatalogBuilder()
            .add(Objects.publicationOfAll("p"))
            .add(t().required("id", "int8").add(deferrable))
            .build();
    assertThat(Checks.replicaIdentities(Scope.of(Snapshots.of(catalog), PUBLICATION)))
        .extracting(Finding::object)
        .containsExactly(Optional.of(ObjectId.table(T)));
  }

  @Test
  void fullReplicaIdentityNeedsNoKey() {
    Catalog catalog =
        new CatalogBuilder()
            .add(Objects.publicationOfAll("p"))
            .add(t().column("id", "int8").replicaIdentity(new Table.ReplicaIdentity.Full()))
            .build();
    assertThat(Checks.replicaIdentities(Scope.of(Snapshots.of(catalog), PUBLICATION))).isEmpty();
  }

  /** A sequence that is at one value on the source and another on the shard. */
  private static List<Finding> sequence(Stage stage, SequenceValue source, SequenceValue shard) {
    Sequence sequence = Objects.sequence("app", "s");
    Catalog catalog = catalogOf(Objects.publicationOfAll("p"), sequence);
    Snapshot actual = Snapshots.withValue(Snapshots.of(catalog), sequence.name(), shard);
    return Planner.plan(
            Scope.of(
                Snapshots.withValue(Snapshots.of(catalog), sequence.name(), source), PUBLICATION),
            actual,
            TextEquivalence.NONE,
            new PlanOptions(stage, true, true))
        .findings();
  }

  private static UserMapping mapping(UserMapping.Options options) {
    return new UserMapping(Identifier.of("far"), new Grantee.Everybody(), options);
  }

  private static TableBuilder t() {
    return table(T);
  }

  private static List<Finding> scope(Catalog catalog) {
    return Scope.of(Snapshots.of(catalog), PUBLICATION).findings();
  }

  private static List<Finding> destination(Catalog desired, ServerFacts server) {
    return Checks.destination(
        Plans.desired(desired), SERVER, Snapshots.on(server, Catalog.EMPTY), Stage.CUTOVER);
  }

  private static ServerFacts withUser(ServerFacts server, boolean mayCreate) {
    return Snapshots.withUser(
        server,
        new ServerFacts.User(
            Objects.OWNER,
            false,
            mayCreate,
            true,
            ImmutableSortedSet.of(Objects.OWNER),
            ImmutableSortedSet.of()));
  }

  private static ServerFacts like(ServerFacts server, String encoding, boolean inRecovery) {
    return new ServerFacts(
        server.version(),
        server.database(),
        server.databaseOwner(),
        server.started(),
        encoding,
        server.collate(),
        server.ctype(),
        server.roles(),
        server.superusers(),
        server.installable(),
        server.languages(),
        server.untrustedLanguages(),
        server.accessMethods(),
        server.tablespaces(),
        server.collations(),
        server.textSearch(),
        server.defaultPrivileges(),
        server.user(),
        new ServerFacts.Limits(0, 6400, inRecovery, false));
  }
}
