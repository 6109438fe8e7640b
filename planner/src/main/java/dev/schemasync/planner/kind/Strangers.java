package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import java.util.Set;

/**
 * What is on the shard under the name of an object, but with the server or an extension, so that it
 * is no object there.
 */
public final class Strangers {
  private Strangers() {}

  /**
   * Whether one keeps an object from its place.
   *
   * @param names all of the kind that the server has
   */
  public static ImmutableList<Finding> inPlaceOf(
      ObjectId.Global id, Set<Identifier> names, Context context) {
    return !names.contains(id.name()) || context.actual.catalog().contains(id)
        ? ImmutableList.of()
        : ImmutableList.of(
            Finding.of(
                FindingCode.DESTINATION_CONFLICT,
                id,
                "The "
                    + id
                    + " comes with the server or an extension on the shard, and with neither on the"
                    + " source.",
                "Add it to the extension on the source (ALTER EXTENSION … ADD), or drop it on the"
                    + " shard if nothing needs it; then run again."));
  }
}
