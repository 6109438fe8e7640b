package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.Catalogs;
import dev.schemasync.testkit.catalog.Snapshots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlannerPropertiesTest {
  @Property(tries = 150)
  void emptyShardGetsEveryObjectOnce(@ForAll("catalogs") Catalog catalog) {
    ShardPlan plan = Plans.fromNothing(catalog);
    assertThat(plan.findings()).isEmpty();
    List<ObjectId> made = Plans.steps(plan).stream().flatMap(PlannerPropertiesTest::made).toList();
    assertThat(made).containsExactlyInAnyOrderElementsOf(catalog.objects().keySet());
  }

  @Property(tries = 150)
  void nothingIsMadeBeforeWhatItRefersTo(@ForAll("catalogs") Catalog catalog) {
    Set<ObjectId> there = new HashSet<>();
    for (Step step : Plans.steps(Plans.fromNothing(catalog))) {
      ImmutableList<ObjectId> made = made(step).collect(toImmutableList());
      made.forEach(there::add);
      for (ObjectId object : made) {
        assertThat(there).containsAll(catalog.references(object));
      }
    }
  }

  @Property(tries = 150)
  void finishedShardNeedsNothing(@ForAll("catalogs") Catalog catalog) {
    ShardPlan plan = Plans.between(catalog, catalog);
    assertThat(plan.plan().steps()).isEmpty();
    assertThat(plan.findings()).isEmpty();
  }

  @Property(tries = 150)
  void onlyWhatIsMissingIsPlanned(@ForAll("catalogs") Catalog catalog, @ForAll Random random) {
    Set<ObjectId> removed = someWithTheirDependents(catalog, random);
    Catalog partial = catalog.filter(o -> !removed.contains(o.id()));
    ShardPlan plan = Plans.between(catalog, partial);
    assertThat(plan.findings()).isEmpty();
    assertThat(Plans.steps(plan).stream().flatMap(PlannerPropertiesTest::made))
        .containsExactlyInAnyOrderElementsOf(removed);
    assertThat(Plans.steps(plan))
        .allSatisfy(step -> assertThat(removed).containsAnyElementsOf(about(step, catalog)));
  }

  @Property(tries = 50)
  void plansAreDeterministic(@ForAll("catalogs") Catalog catalog, @ForAll Random random) {
    List<CatalogObject> shuffled = new ArrayList<>(catalog.all());
    Collections.shuffle(shuffled, random);
    Catalog same = Catalog.of(shuffled, catalog.dependencies(), catalog.columnReferences());
    assertThat(Plans.fromNothing(same)).isEqualTo(Plans.fromNothing(catalog));
    assertThat(Plans.fromNothing(same).toString()).isEqualTo(Plans.fromNothing(catalog).toString());
  }

  @Property(tries = 50)
  void shardsOwnObjectsStayAndAreNamed(@ForAll("catalogs") Catalog catalog) {
    ShardPlan plan =
        Planner.plan(
            Plans.desired(Catalog.EMPTY),
            Snapshots.of(catalog),
            TextEquivalence.NONE,
            Plans.OPTIONS);
    assertThat(plan.plan().steps()).isEmpty();
    assertThat(plan.findings()).allMatch(f -> f.code() == FindingCode.DESTINATION_EXTRA);
    assertThat(plan.findings())
        .extracting(f -> f.object().orElseThrow())
        .containsExactlyElementsOf(
            catalog.objects().keySet().stream()
                .filter(id -> !id.display().equals("public"))
                .toList());
  }

  @Property(tries = 50)
  void oneStageAloneIsAPlanToo(@ForAll("catalogs") Catalog catalog) {
    ShardPlan plan = Plans.fromNothing(catalog);
    ImmutableList<PlannedStep> all =
        Stream.of(Stage.values())
            .flatMap(stage -> plan.plan().only(stage).steps().stream())
            .collect(toImmutableList());
    assertThat(all).extracting(PlannedStep::step).containsExactlyElementsOf(Plans.steps(plan));
  }

  /** The entries of a catalog that a step makes. */
  static Stream<ObjectId> made(Step step) {
    return switch (step) {
      case Step.CreateTable(var table, var inherits, var checks, var sequences) ->
          Stream.of(
                  Stream.of(table.id()),
                  checks.stream().map(CatalogObject::id),
                  sequences.values().stream().map(CatalogObject::id))
              .flatMap(s -> s);
      case Step s when s.getClass().getSimpleName().startsWith("Create") -> Stream.of(s.object());
      case Step.AddKey s -> Stream.of(s.object());
      case Step.AddExclusion s -> Stream.of(s.object());
      case Step.AddCheck s -> Stream.of(s.object());
      case Step.AddForeignKey s -> Stream.of(s.object());
      case Step other -> Stream.empty();
    };
  }

  /**
   * What a step is about: its object, what that is a part of, or the constraint that made an index.
   */
  private static List<ObjectId> about(Step step, Catalog catalog) {
    Stream<ObjectId> whole =
        step.object() instanceof ObjectId.Part part ? Stream.of(part.of()) : Stream.empty();
    Stream<ObjectId> constraint =
        catalog
            .all(Constraint.Indexed.class)
            .filter(c -> ObjectId.index(c.index()).equals(step.object()))
            .map(CatalogObject::id);
    return Stream.of(Stream.of(step.object()), whole, constraint).flatMap(s -> s).toList();
  }

  /** Some objects, and with each what could not be there without it. */
  private static Set<ObjectId> someWithTheirDependents(Catalog catalog, Random random) {
    Set<ObjectId> removed = new HashSet<>();
    for (CatalogObject object : catalog.all()) {
      if (random.nextInt(4) == 0) {
        removed.add(object.id());
      }
    }
    boolean more = true;
    while (more) {
      more =
          removed.addAll(
              catalog.all().stream()
                  .filter(object -> falls(object, catalog, removed))
                  .map(CatalogObject::id)
                  .toList());
    }
    return removed;
  }

  private static boolean falls(CatalogObject object, Catalog catalog, Set<ObjectId> removed) {
    return Dependents.needs(object, catalog).anyMatch(removed::contains);
  }

  @Provide
  Arbitrary<Catalog> catalogs() {
    return Catalogs.catalogs();
  }
}
