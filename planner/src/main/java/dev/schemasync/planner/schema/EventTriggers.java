package dev.schemasync.planner.schema;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.EventTrigger;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;

/** Whether the event triggers of a shard hear of what the stages do there. */
public final class EventTriggers {
  private EventTriggers() {}

  /**
   * Whether they are silenced. What the source has was not meant for these changes, which the
   * source went through already; what only the shard has may be, and is told as interference.
   */
  public static boolean areSilenced(Catalog desired, Snapshot actual) {
    ImmutableList<EventTrigger> heard =
        actual
            .catalog()
            .all(EventTrigger.class)
            .filter(EventTriggers::hears)
            .collect(toImmutableList());
    return canSilence(actual.server())
        && !heard.isEmpty()
        && heard.stream().allMatch(trigger -> desired.contains(trigger.id()));
  }

  /** Only a superuser may set {@code event_triggers}. */
  private static boolean canSilence(ServerFacts server) {
    return server.version().has(Feature.EVENT_TRIGGERS_SETTING) && server.user().superuser();
  }

  /** Whether it fires at changes in sessions like those of a stage. */
  static boolean hears(EventTrigger trigger) {
    return switch (trigger.event()) {
      case DDL_COMMAND_START, DDL_COMMAND_END, SQL_DROP, TABLE_REWRITE ->
          trigger.state() == Firing.ORIGIN || trigger.state() == Firing.ALWAYS;
      case LOGIN -> false;
    };
  }
}
