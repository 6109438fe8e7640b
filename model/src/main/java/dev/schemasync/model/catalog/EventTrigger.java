package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/**
 * An event trigger ({@code pg_event_trigger}), which no schema has.
 *
 * @param tags the commands that it fires for ({@code evttags}); for all where there are none
 */
public record EventTrigger(
    Identifier name,
    Event event,
    ImmutableList<String> tags,
    QualifiedName function,
    @Alterable Identifier owner,
    @Alterable Firing state,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.Global id() {
    return ObjectId.eventTrigger(name);
  }

  /** {@code evtevent}: what it fires on. The names are those of the constants, in lower case. */
  public enum Event {
    DDL_COMMAND_START,
    DDL_COMMAND_END,
    SQL_DROP,
    TABLE_REWRITE,
    LOGIN
  }
}
