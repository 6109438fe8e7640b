package dev.schemasync.emitter;

import static dev.schemasync.emitter.SampleTables.ids;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Indexes of the sample. */
final class SampleIndexes {
  private SampleIndexes() {}

  static void add(Sample s) {
    ObjectId.InSchema orders = SampleAccess.inSchema(s, ObjectKind.TABLE, "orders");
    ObjectId.InSchema summary = SampleAccess.inSchema(s, ObjectKind.MATERIALIZED_VIEW, "summary");
    s.postAlone(new Step.CreateIndex(everything(s, orders), true, false));
    s.post(
        new Step.CreateIndex(
            index(s, "orders_words", orders, false, "gist", words(s)), false, false));
    s.post(
        new Step.CreateIndex(
            index(s, "orders_customer", orders, false, "btree", column(s, "customer")),
            false,
            false));
    s.post(
        new Step.CreateIndex(
            index(s, "summary_id", summary, false, "btree", column(s, "id")), false, false));
    s.post(new Step.ClusterOn(orders, s.names.id("orders_customer")));
    s.post(new Step.ClusterOn(summary, s.names.id("summary_id")));
    s.post(new Step.SetIndexStatistics(s.names.app("orders_everything"), 2, 250));
    s.post(new Step.DropInvalidIndex(s.names.app("orders_words"), false));
    s.postAlone(new Step.DropInvalidIndex(s.names.app("orders_customer"), true));
    s.post(
        new Step.CreateIndex(
            index(
                s,
                "events_day",
                SampleAccess.inSchema(s, ObjectKind.TABLE, "events"),
                true,
                "btree",
                column(s, "day")),
            false,
            true));
    s.post(
        new Step.CreateIndex(
            index(
                s,
                "events_other_day",
                SampleAccess.inSchema(s, ObjectKind.TABLE, "events_other"),
                true,
                "btree",
                column(s, "day")),
            false,
            true));
    s.post(new Step.AttachIndex(s.names.app("events_other_day"), s.names.app("events_day")));
    s.post(
        new Step.CreateIndex(
            index(
                s,
                "events_above",
                SampleAccess.inSchema(s, ObjectKind.TABLE, "events"),
                true,
                "btree",
                column(s, "day")),
            false,
            false));
    s.post(new Step.AddExclusion(exclusion(s)));
    s.post(
        new Step.SetComment(
            ObjectId.index(s.names.app("orders_everything")), Optional.of("slow; but sure")));
  }

  static Index everything(Sample s, ObjectId.InSchema table) {
    return new Index(
        s.names.app("orders_everything"),
        table,
        false,
        Identifier.of("btree"),
        true,
        s.target.has(Feature.NULLS_NOT_DISTINCT),
        ImmutableList.of(
            new Index.Key(
                new KeyExpression.OfColumn(s.names.id("id")),
                Optional.empty(),
                Optional.empty(),
                Index.SortOrder.DESC_NULLS_FIRST),
            new Index.Key(
                new KeyExpression.OfExpression(s.names.text("lower(%s)", "note")),
                Optional.of(QualifiedName.of("pg_catalog", "POSIX")),
                Optional.of(
                    new Index.OperatorClass(
                        QualifiedName.of("pg_catalog", "text_pattern_ops"),
                        ImmutableSortedMap.of())),
                Index.SortOrder.DESC_NULLS_LAST),
            new Index.Key(
                new KeyExpression.OfExpression(s.names.text("(%s + 1)", "customer")),
                Optional.empty(),
                Optional.empty(),
                Index.SortOrder.ASC_NULLS_FIRST)),
        ids(s, "mood"),
        Optional.of(s.names.text("(%s > 0)", "id")),
        ImmutableSortedMap.of("fillfactor", "70"),
        Optional.of(Identifier.of("pg_default")),
        Optional.empty(),
        ImmutableSortedMap.of(),
        true,
        Optional.empty());
  }

  private static Constraint.Exclusion exclusion(Sample s) {
    return new Constraint.Exclusion(
        s.names.app("orders"),
        s.names.id("orders_apart"),
        Identifier.of("btree"),
        ImmutableList.of(
            new Constraint.Exclusion.Element(
                column(s, "customer"), QualifiedName.of("pg_catalog", "=")),
            new Constraint.Exclusion.Element(
                new Index.Key(
                    new KeyExpression.OfExpression(s.names.text("lower(%s)", "note")),
                    Optional.of(QualifiedName.of("pg_catalog", "POSIX")),
                    Optional.of(
                        new Index.OperatorClass(
                            QualifiedName.of("pg_catalog", "text_pattern_ops"),
                            ImmutableSortedMap.of())),
                    Index.SortOrder.DESC_NULLS_LAST),
                QualifiedName.of("pg_catalog", "="))),
        ids(s, "mood"),
        Optional.of(s.names.text("(%s > 0)", "id")),
        Constraint.Deferrability.DEFERRABLE,
        ImmutableSortedMap.of("fillfactor", "70"),
        Optional.of(Identifier.of("pg_default")),
        Optional.empty(),
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Index index(
      Sample s,
      String name,
      ObjectId.InSchema relation,
      boolean onPartitioned,
      String method,
      Index.Key key) {
    return new Index(
        s.names.app(name),
        relation,
        onPartitioned,
        Identifier.of(method),
        false,
        false,
        ImmutableList.of(key),
        ImmutableList.of(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        true,
        Optional.empty());
  }

  /** A unique index over the column {@code id} of a materialized view. */
  static Index unique(Sample s, String name, String view) {
    return new Index(
        s.names.app(name),
        new ObjectId.InSchema(ObjectKind.MATERIALIZED_VIEW, s.names.app(view)),
        false,
        Identifier.of("btree"),
        true,
        false,
        ImmutableList.of(column(s, "id")),
        ImmutableList.of(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        true,
        Optional.empty());
  }

  private static Index.Key column(Sample s, String name) {
    return new Index.Key(
        new KeyExpression.OfColumn(s.names.id(name)),
        Optional.empty(),
        Optional.empty(),
        Index.SortOrder.ASC_NULLS_LAST);
  }

  private static Index.Key words(Sample s) {
    return new Index.Key(
        new KeyExpression.OfExpression(
            s.names.text("to_tsvector('simple'::regconfig, %s)", "note")),
        Optional.empty(),
        Optional.of(
            new Index.OperatorClass(
                QualifiedName.of("pg_catalog", "tsvector_ops"),
                ImmutableSortedMap.of("siglen", "100"))),
        Index.SortOrder.ASC_NULLS_LAST);
  }
}
