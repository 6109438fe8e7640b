package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.ColumnBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Operators;
import dev.schemasync.testkit.catalog.Routines;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Casts and operators: their order, what comes with a table, and who may make them. */
class OperatorsTest {
  private static final TypeRef NUMBER = TypeRef.builtIn("int4");
  private static final QualifiedName T = QualifiedName.of("app", "t");

  private final Type.EnumType mood = Objects.enumType("app", "mood", "sad");
  private final TypeRef ofMood = TypeRef.of(mood.name());

  /** What is made of a shell forgets its link, and the server completes no link that is there. */
  @Test
  void linksThatAreNotReturnedAreMadeFirst() {
    assertThat(
            created(
                Operators.operator("app", "<", NUMBER, ">", true),
                Operators.operator("app", ">", NUMBER, "<", true),
                Operators.operator("app", "z>", NUMBER, ">", false)))
        .containsExactly("z>", ">", "<");
    assertThat(
            created(
                Operators.operator("app", "<", NUMBER),
                Operators.operator("app", ">", NUMBER, "<", false)))
        .containsExactly(">", "<");
  }

  @Test
  void aShellComesWithTheOperatorThatItNames() {
    Operator shell = Operators.shell("app", ">", NUMBER);
    assertThat(
            created(
                Operators.operator("app", "<", NUMBER, ">", false),
                shell,
                Operators.operator("app", "z<", NUMBER, ">", true)))
        .containsExactly("z<", "<");
    assertThat(findings(shell)).containsExactly(FindingCode.UNSUPPORTED_OBJECT);
    assertThat(findings(Operators.operator("app", "<", NUMBER, ">", true), shell)).isEmpty();
  }

  private static List<String> created(Operator... operators) {
    return Plans.steps(catalogOf(operators), Catalog.EMPTY).stream()
        .filter(Step.CreateOperator.class::isInstance)
        .map(step -> ((Step.CreateOperator) step).operator().name().name().value())
        .toList();
  }

  private static List<FindingCode> findings(Operator... operators) {
    return Plans.fromNothing(catalogOf(operators)).findings().stream().map(Finding::code).toList();
  }

  /** Whatever has an expression may use them without a word of it. */
  @Test
  void comeBeforeWhatTheyDoNotNeed() {
    Type.Domain domain = Objects.domain("app", "a_domain");
    Function needed = Routines.function("app", "z", ofMood);
    Function other = Routines.function("app", "a");
    Cast cast = Operators.cast(ofMood, NUMBER, "app");
    Operator operator = Operators.operator("app", "<", ofMood);
    Catalog catalog =
        new CatalogBuilder()
            .add(mood, domain, needed, other, cast, operator)
            .dependency(cast.id(), mood.id(), needed.id())
            .dependency(needed.id(), mood.id())
            .dependency(operator.id(), mood.id(), needed.id())
            .build();
    assertThat(Plans.steps(catalog, Catalog.EMPTY).stream().map(Step::object).distinct())
        .containsExactly(
            ObjectId.schema(Identifier.of("app")),
            mood.id(),
            needed.id(),
            cast.id(),
            operator.id(),
            domain.id(),
            other.id());
  }

  @Test
  void comeWithTheTypesOfATable() {
    Publication published = Objects.publicationOf("p", T);
    Type.EnumType other = Objects.enumType("app", "other", "x");
    Function function = Routines.function("app", "f", ofMood, ofMood);
    Cast cast = Operators.cast(ofMood, NUMBER, "app");
    Cast ofSystem = Operators.cast(NUMBER, NUMBER, "app");
    Cast left = Operators.cast(ofMood, TypeRef.of(other.name()), "app");
    Operator operator = Operators.operator("app", "<", ofMood, ">", true);
    Operator shell = Operators.shell("app", ">", ofMood);
    Operator plain = Operators.operator("app", "<", NUMBER);
    Catalog catalog =
        new CatalogBuilder()
            .add(published, mood, other, function, cast, ofSystem, left, operator, shell, plain)
            .add(t().column(new ColumnBuilder("m", ofMood).build()))
            .dependency(ObjectId.table(T), mood.id())
            .dependency(cast.id(), mood.id())
            .dependency(left.id(), mood.id(), other.id())
            .dependency(operator.id(), mood.id(), function.id())
            .dependency(shell.id(), mood.id())
            .build();
    Catalog kept = Scope.of(Snapshots.of(catalog), published.name()).catalog();
    assertThat(kept.objects())
        .containsKeys(mood.id(), cast.id(), ofSystem.id(), operator.id(), shell.id(), function.id())
        .doesNotContainKeys(other.id(), left.id(), plain.id());
  }

  private static TableBuilder t() {
    return table(T).required("id", "int8").primaryKey("id");
  }

  @Test
  void someOnlyASuperuserMakes() {
    Cast ofMoods = Operators.cast(ofMood, NUMBER, "app");
    Cast binary = Operators.cast(ofMood, NUMBER, new Cast.Method.Binary());
    Cast ofSystem = Operators.cast(NUMBER, NUMBER, new Cast.Method.ThroughText());
    Operator linked = Operators.operator("pg_catalog", "<", NUMBER, ">", true);
    Operator pair = Operators.operator("app", "<", NUMBER, "<", true);
    assertThat(needSuperuser(with(ofMoods))).isEmpty();
    assertThat(needSuperuser(with(binary))).containsExactly(binary.id());
    assertThat(needSuperuser(catalogOf(ofSystem))).containsExactly(ofSystem.id());
    assertThat(needSuperuser(catalogOf(linked))).containsExactly(linked.id());
    assertThat(needSuperuser(catalogOf(pair))).isEmpty();
  }

  private Catalog with(Cast cast) {
    return new CatalogBuilder().add(mood, cast).dependency(cast.id(), mood.id()).build();
  }

  private static List<ObjectId> needSuperuser(Catalog catalog) {
    ServerFacts server =
        Snapshots.withUser(
            Snapshots.server(18),
            new ServerFacts.User(
                Objects.OWNER,
                false,
                true,
                true,
                ImmutableSortedSet.of(Objects.OWNER),
                ImmutableSortedSet.of()));
    return Checks.destination(
            Plans.desired(catalog),
            Snapshots.server(18),
            Snapshots.on(server, Catalog.EMPTY),
            Stage.CUTOVER)
        .stream()
        .filter(finding -> finding.code() == FindingCode.SUPERUSER_NEEDED)
        .map(finding -> finding.object().orElseThrow())
        .toList();
  }
}
