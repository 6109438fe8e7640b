package dev.schemasync.emitter;

import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Rules of the sample. */
final class SampleRules {
  private SampleRules() {}

  static void add(Sample s) {
    ObjectId.InSchema orders = SampleAccess.inSchema(s, ObjectKind.TABLE, "orders");
    ObjectId.InSchema view = SampleAccess.inSchema(s, ObjectKind.VIEW, "plain_view");
    s.post(
        new Step.CreateRule(
            rule(
                s,
                orders,
                "watched",
                s.names.text("WHERE (new.%s > 0) DO INSTEAD NOTHING", "id"),
                true),
            false));
    Rule several =
        rule(
            s,
            view,
            "several",
            s.names.text(
                "DO INSTEAD ( DELETE FROM %s.%s\n  WHERE false;\n DELETE FROM ONLY %s.%s\n"
                    + "  WHERE false;\n)",
                "app", "orders", "app", "orders"),
            true);
    s.post(new Step.CreateRule(several.inert(), false));
    s.post(new Step.CreateRule(several, true));
    for (Firing state : Firing.values()) {
      s.post(new Step.SetRuleState(orders, s.names.id("watched"), state));
    }
    s.post(
        new Step.SetComment(
            ObjectId.rule(orders, s.names.id("watched")), Optional.of("tells others")));
    s.post(new Step.SetComment(ObjectId.rule(view, View.RULE), Optional.of("the query")));
  }

  private static Rule rule(
      Sample s, ObjectId.InSchema relation, String name, SqlText action, boolean instead) {
    return new Rule(
        relation,
        s.names.id(name),
        Rule.Event.INSERT,
        instead,
        action,
        Firing.ORIGIN,
        Optional.empty());
  }
}
