package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ExtensionTie;
import dev.schemasync.model.catalog.ObjectForm.OfExtension.Tie;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;

/** What is tied to extensions by hand in the sample. */
final class SampleTies {
  private SampleTies() {}

  static void add(Sample s) {
    ObjectId function =
        new ObjectId.Routine(ObjectKind.FUNCTION, s.names.app("on_change"), ImmutableList.of());
    ObjectId aggregate =
        new ObjectId.Routine(ObjectKind.AGGREGATE, s.names.app("counted"), ImmutableList.of());
    ObjectId orders = ObjectId.table(s.names.app("orders"));
    for (ObjectId dependent :
        ImmutableList.of(function, aggregate, ObjectId.trigger(orders, s.names.id("before_row")))) {
      s.post(tie(Tie.DEPENDENCY, dependent, dependent));
    }
    s.post(
        tie(
            Tie.DEPENDENCY,
            ObjectId.constraint(orders, s.names.id("orders_pkey")),
            ObjectId.index(s.names.app("orders_pkey"))));
    for (ObjectId member : ImmutableList.of(function, aggregate, orders)) {
      s.cutover(tie(Tie.MEMBERSHIP, member, member));
    }
  }

  private static Step tie(Tie tie, ObjectId object, ObjectId named) {
    return new Step.TieToExtension(new ExtensionTie(object, Identifier.of("citext"), tie), named);
  }
}
