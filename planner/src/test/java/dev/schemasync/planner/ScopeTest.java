package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.planner.type.DomainSteps;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Catalogs;
import dev.schemasync.testkit.catalog.ColumnBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Routines;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a publication brings along, and what it leaves behind. */
class ScopeTest {
  private static final QualifiedName IN = QualifiedName.of("app", "inside");
  private static final QualifiedName OUT = QualifiedName.of("other", "outside");
  private static final Publication NARROW = Objects.publicationOf("p", IN);

  private final TableBuilder inside = table(IN).required("id", "int8").primaryKey("id");
  private final TableBuilder outside = table(OUT).required("id", "int8").primaryKey("id");
  private final CatalogBuilder source = new CatalogBuilder().add(NARROW);

  @Test
  void publishedTablesComeWithTheirKeysAndSchema() {
    source.add(inside).add(outside);
    assertThat(kept().objects().keySet())
        .containsExactly(
            ObjectId.schema(Identifier.of("app")),
            inside.id(),
            ObjectId.constraint(inside.id(), Identifier.of("inside_pkey")),
            NARROW.id());
    assertThat(leftOut()).contains(outside.id(), ObjectId.schema(Identifier.of("other")));
  }

  @Test
  void functionsOfDefaultsCome() {
    Function function = Routines.function("other", "f");
    source
        .add(inside.columnWithDefault("a", "int8", "other.f()"))
        .add(function)
        .dependency(ObjectId.columnDefault(inside.id(), Identifier.of("a")), function.id());
    assertThat(kept().contains(function.id())).isTrue();
    assertThat(kept().contains(ObjectId.schema(Identifier.of("other")))).isTrue();
  }

  @Test
  void domainsComeWithTheFunctionsOfTheirChecks() {
    Function function = Routines.function("other", "f");
    Type.Domain domain = Objects.domain("other", "d", Objects.domainCheck("c", "other.f(VALUE)"));
    source
        .add(inside.column(new ColumnBuilder("a", TypeRef.of(domain.name())).build()))
        .add(domain, function)
        .dependency(inside.id(), domain.id())
        .dependency(DomainSteps.checkId(domain, domain.checks().getFirst()), function.id());
    assertThat(kept().contains(domain.id())).isTrue();
    assertThat(kept().contains(function.id())).isTrue();
  }

  @Test
  void sequencesOfColumnsCome() {
    Sequence owned =
        Objects.sequence(
            QualifiedName.of("other", "s"),
            new Sequence.Ownership.OwnedBy(IN, Identifier.of("id")));
    Sequence free = Objects.sequence("app", "free");
    source.add(inside.identity("n")).add(owned, free);
    assertThat(kept().contains(owned.id())).isTrue();
    assertThat(kept().contains(ObjectId.sequence(QualifiedName.of("app", "inside_n_seq"))))
        .isTrue();
    assertThat(leftOut()).contains(free.id());
  }

  @Test
  void parentsOfPartitionsComeAndSiblingsDoNot() {
    TableBuilder parent = table(OUT).required("id", "int8").partitionedBy("id");
    TableBuilder sibling = table("app", "sibling").required("id", "int8").partitionOf(OUT, 9, 10);
    source.add(inside.partitionOf(OUT, 0, 9)).add(parent).add(sibling);
    assertThat(kept().contains(parent.id())).isTrue();
    assertThat(leftOut()).contains(sibling.id());
  }

  @Test
  void parentsOfChildrenComeWithTheirsAndSiblingsDoNot() {
    QualifiedName above = QualifiedName.of("other", "above");
    TableBuilder top = table(above).required("id", "int8").primaryKey("id");
    TableBuilder sibling = table("app", "sibling").inherits(OUT);
    source.add(inside.inherits(OUT)).add(outside.inherits(above)).add(top).add(sibling);
    assertThat(kept().objects().keySet()).contains(outside.id(), top.id());
    assertThat(scope().published()).containsExactly(IN);
    assertThat(leftOut()).contains(sibling.id());
  }

  @Test
  void partitionsOfPublishedTablesArePublished() {
    TableBuilder part = table(OUT).required("id", "int8").partitionOf(IN, 0, 9);
    source.add(inside.partitionedBy("id")).add(part);
    assertThat(scope().published()).containsExactly(IN, OUT);
  }

  @Test
  void foreignKeysToWhatIsLeftOutStayBehind() {
    source.add(inside.foreignKey("self", IN, "id").foreignKey("f", OUT, "id")).add(outside);
    assertThat(kept().contains(ObjectId.constraint(inside.id(), Identifier.of("self")))).isTrue();
    assertThat(leftOut()).contains(ObjectId.constraint(inside.id(), Identifier.of("f")));
  }

  @Test
  void viewsComeIfAllTheyReadDoes() {
    View good = Objects.view("views", "good", "SELECT 1 AS id", "id");
    View onView = Objects.view("views", "a_view_on_it", "SELECT 1 AS id", "id");
    View bad = Objects.view("views", "bad", "SELECT 1 AS id", "id");
    View onBad = Objects.view("views", "on_bad", "SELECT 1 AS id", "id");
    source
        .add(inside)
        .add(outside)
        .add(good, onView, bad, onBad)
        .dependency(good.id(), inside.id())
        .dependency(onView.id(), good.id())
        .dependency(bad.id(), inside.id(), outside.id())
        .dependency(onBad.id(), bad.id());
    assertThat(kept().contains(good.id())).isTrue();
    assertThat(kept().contains(onView.id())).isTrue();
    assertThat(leftOut()).contains(bad.id(), onBad.id());
  }

  @Test
  void triggersComeWithTheirFunctions() {
    Function function = Routines.function("other", "f");
    Trigger trigger = Objects.trigger(inside.id(), "t", function.name());
    source.add(inside.add(trigger)).add(function).dependency(trigger.id(), function.id());
    assertThat(kept().contains(trigger.id())).isTrue();
    assertThat(kept().contains(function.id())).isTrue();
  }

  @Test
  void rulesComeIfAllThatTheyReadAndWriteDoes() {
    Rule good = Objects.rule(inside.id(), "good", true, "DO INSTEAD NOTHING");
    Rule bad = Objects.rule(inside.id(), "bad", true, "DO INSTEAD DELETE FROM other.outside");
    source
        .add(inside.add(good).add(bad))
        .add(outside)
        .dependency(good.id(), inside.id())
        .dependency(bad.id(), inside.id(), outside.id());
    assertThat(kept().contains(good.id())).isTrue();
    assertThat(leftOut()).contains(bad.id());
  }

  @Test
  void policiesComeWithAllThatTheyRead() {
    Policy policy = Objects.policy(IN, "p", "true");
    Policy other = Objects.policy(OUT, "q", "true");
    TableBuilder read = table("other", "read").required("id", "int8");
    source
        .add(inside.add(policy))
        .add(outside.add(other))
        .add(read)
        .dependency(policy.id(), inside.id(), read.id());
    assertThat(kept().contains(policy.id())).isTrue();
    assertThat(kept().contains(read.id())).isTrue();
    assertThat(leftOut()).contains(other.id(), outside.id());
  }

  @Test
  void unsupportedObjectsComeWithTheRelationsTheyAreOn() {
    UnsupportedObject policy = Objects.unsupported("policy", "p on app.inside");
    UnsupportedObject other = Objects.unsupported("policy", "p on other.outside");
    source
        .add(inside)
        .add(outside)
        .add(policy, other)
        .dependency(policy.id(), inside.id())
        .dependency(other.id(), outside.id());
    assertThat(codes(policy.id())).containsExactly(FindingCode.UNSUPPORTED_OBJECT);
    assertThat(codes(other.id())).containsExactly(FindingCode.OUT_OF_SCOPE);
  }

  @Test
  void otherPublicationsComeIfAllTheirTablesDo() {
    Publication same = Objects.publicationOf("same", IN);
    Publication wider = Objects.publicationOf("wider", IN, OUT);
    Publication all = Objects.publicationOfAll("all");
    source.add(inside).add(outside).add(same, wider, all);
    assertThat(kept().contains(same.id())).isTrue();
    assertThat(leftOut()).contains(wider.id(), all.id());
  }

  @Property(tries = 50)
  void publicationOfAllTablesKeepsEverything(@ForAll("catalogs") Catalog catalog) {
    Desired desired = Scope.of(Snapshots.of(catalog), Identifier.of("the publication"));
    assertThat(desired.catalog()).isEqualTo(Catalog.EMPTY);
    Catalog with =
        new CatalogBuilder()
            .add(catalog.all().toArray(CatalogObject[]::new))
            .add(Objects.publicationOfAll("the publication"))
            .build();
    assertThat(Scope.of(Snapshots.of(with), Identifier.of("the publication")).catalog())
        .isEqualTo(with);
  }

  @Provide
  Arbitrary<Catalog> catalogs() {
    return Catalogs.catalogs();
  }

  private Desired scope() {
    return Scope.of(Snapshots.of(source.build()), NARROW.name());
  }

  private Catalog kept() {
    return scope().catalog();
  }

  private Iterable<ObjectId> leftOut() {
    return scope().findings().stream()
        .filter(f -> f.code() == FindingCode.OUT_OF_SCOPE)
        .map(f -> f.object().orElseThrow())
        .toList();
  }

  private Iterable<FindingCode> codes(ObjectId object) {
    return scope().findings().stream()
        .filter(f -> f.object().filter(object::equals).isPresent())
        .map(Finding::code)
        .toList();
  }
}
