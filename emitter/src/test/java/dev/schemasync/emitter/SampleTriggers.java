package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Trigger.Event;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Triggers and replica identities of the sample. */
final class SampleTriggers {
  private SampleTriggers() {}

  static void add(Sample s) {
    ObjectId.InSchema orders = SampleAccess.inSchema(s, ObjectKind.TABLE, "orders");
    s.post(
        trigger(
            s,
            orders,
            "before_row",
            Trigger.Timing.BEFORE,
            Trigger.Level.ROW,
            Optional.of(s.names.text("(new.%s > 0)", "id")),
            Optional.empty(),
            new Event.Insert(),
            new Event.Update(SampleTables.ids(s, "note", "amount"))));
    s.post(
        trigger(
            s,
            orders,
            "after_removal",
            Trigger.Timing.AFTER,
            Trigger.Level.STATEMENT,
            Optional.empty(),
            Optional.empty(),
            new Event.Delete(),
            new Event.Truncate()));
    s.post(
        trigger(
            s,
            SampleAccess.inSchema(s, ObjectKind.VIEW, "plain_view"),
            "instead",
            Trigger.Timing.INSTEAD_OF,
            Trigger.Level.ROW,
            Optional.empty(),
            Optional.empty(),
            new Event.Update(ImmutableList.of())));
    s.post(
        trigger(
            s,
            orders,
            "deferred",
            Trigger.Timing.AFTER,
            Trigger.Level.ROW,
            Optional.empty(),
            Optional.of(
                new Trigger.ConstraintTrigger(
                    Optional.of(s.names.app("customers")),
                    Constraint.Deferrability.INITIALLY_DEFERRED,
                    Optional.empty())),
            new Event.Insert()));
    s.post(transitions(s, orders));
    for (Firing state : Firing.values()) {
      s.post(new Step.SetTriggerState(orders, s.names.id("before_row"), state));
    }
    s.post(
        new Step.SetComment(
            ObjectId.trigger(orders, s.names.id("before_row")), Optional.of("fires")));
    replicaIdentities(s);
  }

  private static Step trigger(
      Sample s,
      ObjectId.InSchema relation,
      String name,
      Trigger.Timing timing,
      Trigger.Level level,
      Optional<SqlText> when,
      Optional<Trigger.ConstraintTrigger> constraint,
      Event... events) {
    return new Step.CreateTrigger(
        new Trigger(
            relation,
            s.names.id(name),
            timing,
            ImmutableList.copyOf(events),
            level,
            Optional.empty(),
            Optional.empty(),
            when,
            s.names.app("on_change"),
            ImmutableList.of("it's", "back\\slash", "3"),
            constraint,
            Firing.ORIGIN,
            Optional.empty()));
  }

  private static Step transitions(Sample s, ObjectId.InSchema relation) {
    return new Step.CreateTrigger(
        new Trigger(
            relation,
            s.names.id("transitions"),
            Trigger.Timing.AFTER,
            ImmutableList.of(new Event.Update(ImmutableList.of())),
            Trigger.Level.STATEMENT,
            Optional.of(s.names.id("old_rows")),
            Optional.of(s.names.id("new_rows")),
            Optional.empty(),
            s.names.app("on_change"),
            ImmutableList.of(),
            Optional.empty(),
            Firing.ORIGIN,
            Optional.empty()));
  }

  private static void replicaIdentities(Sample s) {
    for (Table.ReplicaIdentity identity :
        ImmutableList.of(
            new Table.ReplicaIdentity.Full(),
            new Table.ReplicaIdentity.Nothing(),
            new Table.ReplicaIdentity.Default(),
            new Table.ReplicaIdentity.UsingIndex(s.names.id("customers_pkey")))) {
      s.post(new Step.SetReplicaIdentity(s.names.app("customers"), identity));
    }
  }
}
