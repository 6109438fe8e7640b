package dev.schemasync.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Planning must stay near linear: a quadratic step anywhere would take hours here. */
class PlanningTimeTest {
  private static final int TABLES = 20_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void twentyThousandTablesTakeSeconds() {
    Catalog catalog = catalog();
    Instant start = Instant.now();
    ShardPlan plan = Plans.fromNothing(catalog);
    Instant planned = Instant.now();
    ShardPlan nothing = Plans.between(catalog, catalog);
    Instant verified = Instant.now();
    System.out.printf(
        "%d tables: %d steps planned in %s, compared in %s%n",
        TABLES,
        plan.plan().steps().size(),
        Duration.between(start, planned),
        Duration.between(planned, verified));
    assertThat(plan.plan().steps()).hasSize(1 + TABLES * 5);
    assertThat(nothing.plan().steps()).isEmpty();
    assertThat(Duration.between(start, verified)).isLessThan(LIMIT);
  }

  private static Catalog catalog() {
    CatalogBuilder catalog = new CatalogBuilder();
    for (int i = 0; i < TABLES; i++) {
      TableBuilder table = TableBuilder.table("app", "t" + i).required("id", "int8");
      for (int c = 0; c < 10; c++) {
        table.column("c" + c, "text");
      }
      catalog.add(
          table
              .primaryKey("id")
              .index("i" + i + "a", "c1")
              .index("i" + i + "b", "c2")
              .index("i" + i + "c", "c3"));
    }
    return catalog.build();
  }
}
