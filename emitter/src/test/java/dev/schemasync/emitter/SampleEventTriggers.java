package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.EventTrigger;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Event triggers of the sample. */
final class SampleEventTriggers {
  private SampleEventTriggers() {}

  static void add(Sample s) {
    create(s, "ends", EventTrigger.Event.DDL_COMMAND_END, "CREATE TABLE", "DROP TABLE");
    create(s, "rewrites", EventTrigger.Event.TABLE_REWRITE);
    create(s, "drops", EventTrigger.Event.SQL_DROP);
    if (s.target.has(Feature.LOGIN_EVENT_TRIGGERS)) {
      create(s, "login", EventTrigger.Event.LOGIN);
      s.cutover(new Step.SetEventTriggerState(s.names.id("login"), Firing.DISABLED));
    }
    EventTrigger starts = create(s, "starts", EventTrigger.Event.DDL_COMMAND_START, "CREATE VIEW");
    s.cutover(new Step.SetComment(starts.id(), Optional.of("it begins")));
    for (Firing state : Firing.values()) {
      s.cutover(new Step.SetEventTriggerState(starts.name(), state));
    }
  }

  private static EventTrigger create(
      Sample s, String name, EventTrigger.Event event, String... tags) {
    EventTrigger trigger =
        new EventTrigger(
            s.names.id(name),
            event,
            ImmutableList.copyOf(tags),
            s.names.app("on_event"),
            Sample.ROLE,
            Firing.ORIGIN,
            Optional.empty());
    s.cutover(new Step.CreateEventTrigger(trigger));
    return trigger;
  }
}
