package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.sun.management.ThreadMXBean;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Routines;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/**
 * Twice the schema is at most twice the plan, and at most twice the work. What a plan holds is
 * counted as it is; the work, comparisons among it, by the bytes that planning asks for, which like
 * a count do not depend on how busy a machine is.
 */
class PlanningCountTest {
  private static final int SIZE = 400;

  /** Some of what is counted does not grow: the schema, and the table that all others hang on. */
  private static final double TWICE = 2.1;

  /** The just-in-time compiler leaves allocations out, and sets in tables grow in leaps. */
  private static final double TWICE_THE_WORK = 2.6;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void tables() {
    assertLinear(PlanningCountTest::tables, n -> Catalog.EMPTY);
    assertLinear(PlanningCountTest::tables, PlanningCountTest::tables);
  }

  @Test
  void partitionsOfOneTable() {
    assertLinear(n -> partitions(n, n), n -> Catalog.EMPTY);
    assertLinear(n -> partitions(n, n), n -> partitions(n, 0));
  }

  @Test
  void views() {
    assertLinear(n -> views(n, "1"), n -> Catalog.EMPTY);
  }

  @Test
  void probedTexts() {
    assertLinear(n -> views(n, "1"), n -> views(n, "(1)"));
  }

  @Test
  void loopsApart() {
    assertLinear(PlanningCountTest::loopsApart, n -> Catalog.EMPTY);
  }

  @Test
  void loopsOfViews() {
    assertLinear(PlanningCountTest::loopsOfViews, n -> Catalog.EMPTY);
  }

  @Test
  void loopsThroughOneTable() {
    assertLinear(PlanningCountTest::loopsThroughOneTable, n -> Catalog.EMPTY);
  }

  private static Catalog tables(int count) {
    CatalogBuilder catalog = new CatalogBuilder();
    for (int i = 0; i < count; i++) {
      TableBuilder table =
          table("app", "t" + i)
              .required("id", "int8")
              .columnWithDefault("a", "int8", "1")
              .identity("n")
              .check("c" + i, "a > 0")
              .primaryKey("id")
              .index("i" + i, "a");
      if (i > 0) {
        table.foreignKey("f" + i, QualifiedName.of("app", "t" + (i - 1)), "a");
      }
      catalog.add(table);
    }
    return catalog.build();
  }

  /** A partitioned table with a key and this many partitions, of which some are attached. */
  private static Catalog partitions(int count, int attached) {
    QualifiedName whole = QualifiedName.of("app", "whole");
    CatalogBuilder catalog =
        new CatalogBuilder()
            .add(
                table(whole)
                    .required("id", "int8")
                    .check("c", "id > 0")
                    .partitionedBy("id")
                    .primaryKey("id"));
    for (int i = 0; i < count; i++) {
      TableBuilder part =
          table("app", "part" + i).required("id", "int8").check("c", "id > 0").primaryKey("id");
      catalog.add(i < attached ? part.partitionOf(whole, i, i + 1) : part);
    }
    return catalog.build();
  }

  private static Catalog views(int count, String value) {
    CatalogBuilder catalog = new CatalogBuilder();
    for (int i = 0; i < count; i++) {
      catalog.add(Objects.view("app", "v" + i, "SELECT " + value + " AS a", "a"));
      if (i > 0) {
        catalog.dependency(view(i), view(i - 1));
      }
    }
    return catalog.build();
  }

  private static ObjectId view(int number) {
    return Objects.viewId(QualifiedName.of("app", "v" + number));
  }

  private static Catalog loopsApart(int count) {
    CatalogBuilder catalog = new CatalogBuilder();
    for (int i = 0; i < count; i++) {
      TableBuilder table = table("app", "t" + i);
      addLoop(catalog, table, "a", "f" + i);
      catalog.add(table);
    }
    return catalog.build();
  }

  private static Catalog loopsOfViews(int count) {
    CatalogBuilder catalog = new CatalogBuilder();
    for (int i = 0; i < count; i++) {
      Function function = Routines.function("app", "f" + i);
      catalog
          .add(Objects.view("app", "v" + i, "SELECT 1 AS a", "a"), function)
          .dependency(view(i), function.id())
          .dependency(function.id(), view(i));
      if (i > 0) {
        catalog.dependency(view(i), view(i - 1));
      }
    }
    return catalog.build();
  }

  private static Catalog loopsThroughOneTable(int count) {
    CatalogBuilder catalog = new CatalogBuilder();
    TableBuilder table = table("app", "t");
    for (int i = 0; i < count; i++) {
      addLoop(catalog, table, "a" + i, "f" + i);
    }
    return catalog.add(table).build();
  }

  /** A default that calls a function which takes a row of the table. */
  private static void addLoop(
      CatalogBuilder catalog, TableBuilder table, String column, String name) {
    Function function = Routines.function("app", name);
    table.columnWithDefault(column, "int8", "app." + name + "()");
    catalog
        .add(function)
        .dependency(ObjectId.columnDefault(table.id(), Identifier.of(column)), function.id())
        .dependency(function.id(), table.id());
  }

  private static void assertLinear(IntFunction<Catalog> desired, IntFunction<Catalog> actual) {
    count(desired.apply(SIZE), actual.apply(SIZE));
    Map<String, Long> once = count(desired.apply(SIZE), actual.apply(SIZE));
    Map<String, Long> twice = count(desired.apply(2 * SIZE), actual.apply(2 * SIZE));
    twice.forEach(
        (what, number) ->
            assertThat(number)
                .as("%s, where half the schema has %s", what, once.get(what))
                .isLessThanOrEqualTo(
                    (long)
                        (once.getOrDefault(what, 0L)
                            * (what.equals("bytes") ? TWICE_THE_WORK : TWICE))));
  }

  /** On one thread, so that its allocations are all there are. */
  private static Map<String, Long> count(Catalog desired, Catalog actual) {
    try (ForkJoinPool alone = new ForkJoinPool(1)) {
      return alone.submit(() -> countHere(desired, actual)).join();
    }
  }

  private static Map<String, Long> countHere(Catalog desired, Catalog actual) {
    Snapshot shard = Snapshots.of(actual);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Desired all = Plans.desired(desired);
    TextProbe probe = TextProbe.of(all, shard);
    ShardPlan plan = Planner.plan(all, shard, TextEquivalence.NONE, Plans.OPTIONS);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    return ImmutableMap.<String, Long>builder()
        .put("steps", (long) plan.plan().steps().size())
        .put("locks", sum(plan, step -> step.locks().size()))
        .put("entries of the lock table", sum(plan, step -> step.footprint().locked().size()))
        .put("needs", sum(plan, step -> step.after().size()))
        .put("findings", (long) plan.findings().size())
        .put("probes", (long) probe.probes().size())
        .put("bytes", bytes)
        .buildOrThrow();
  }

  private static long sum(ShardPlan plan, ToIntFunction<PlannedStep> number) {
    return plan.plan().steps().stream().mapToInt(number).sum();
  }
}
