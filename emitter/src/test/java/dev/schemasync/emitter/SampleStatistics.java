package dev.schemasync.emitter;

import static dev.schemasync.emitter.SampleTables.ids;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Extended statistics of the sample. */
final class SampleStatistics {
  private SampleStatistics() {}

  static void add(Sample s) {
    Statistics together =
        statistics(
            s,
            "orders_together",
            ImmutableSortedSet.copyOf(Statistics.Kind.values()),
            ids(s, "customer", "note"));
    s.post(new Step.CreateStatistics(together));
    s.post(new Step.SetStatisticsTarget(together.name(), 500));
    s.post(new Step.SetStatisticsTarget(together.name(), Step.DEFAULT_STATISTICS));
    s.post(new Step.SetOwner(together.id(), Sample.ROLE));
    s.post(new Step.SetComment(together.id(), Optional.of("who says what")));
    if (s.target.has(Feature.STATISTICS_OF_EXPRESSIONS)) {
      SqlText lower = s.names.text("lower(%s)", "note");
      s.post(
          new Step.CreateStatistics(
              statistics(s, "orders_lower", ImmutableSortedSet.of(), ImmutableList.of(), lower)));
      s.post(
          new Step.CreateStatistics(
              statistics(
                  s,
                  "orders_mixed",
                  ImmutableSortedSet.of(Statistics.Kind.MCV),
                  ids(s, "customer"),
                  lower)));
    }
  }

  private static Statistics statistics(
      Sample s,
      String name,
      ImmutableSortedSet<Statistics.Kind> kinds,
      ImmutableList<Identifier> columns,
      SqlText... expressions) {
    ObjectId.InSchema orders = SampleAccess.inSchema(s, ObjectKind.TABLE, "orders");
    return new Statistics(
        s.names.app(name),
        orders,
        kinds,
        columns,
        ImmutableList.copyOf(expressions),
        Optional.empty(),
        Sample.ROLE,
        Optional.empty());
  }
}
