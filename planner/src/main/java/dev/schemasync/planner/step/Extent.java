package dev.schemasync.planner.step;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;

/**
 * What a step takes of a server's table of locks, at most: what {@code pg_locks} shows on the
 * oldest and the newest server. A newer one also locks what a new object refers to.
 *
 * @param whole the object that it makes or completes
 * @param referring what is locked with all that it refers to
 * @param reaching whether partitions are locked too, with all that they refer to
 * @param further entries of what no step names
 */
public record Extent(
    ObjectId whole, ImmutableList<ObjectId> referring, boolean reaching, int further) {
  /** A row of a catalog that goes with an object: a view's rule, a constraint, a row type. */
  public static final int ROW = 1;

  /** A table's storage for long values and the index of that, and a row type. */
  public static final int TABLE = 2 + ROW;

  /** A relation that comes with another, such as the index of a key. */
  public static final int RELATION = 1 + ROW;

  /** What a refresh makes and swaps in, with its indexes. */
  public static final int REFRESH = 16;

  /** Nobody can tell what an extension makes; among those of the server's own none makes more. */
  public static final int EXTENSION = 300;

  /** That of a step which makes an object. */
  public static Extent making(Step step, int further) {
    return new Extent(step.object(), ImmutableList.of(step.object()), false, further);
  }

  /** That of a step which changes an object. */
  public static Extent changing(Step step, int further) {
    return new Extent(step.object(), ImmutableList.of(), false, further);
  }

  /** What is done to a partitioned table is done to its partitions. */
  public static Extent reaching(Step step, int further) {
    return new Extent(step.object(), ImmutableList.of(step.object()), true, further);
  }
}
