package dev.schemasync.planner.step;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.plan.CheckedRole;
import dev.schemasync.model.plan.Lock;

/**
 * What a step does to its server, beside what it is for.
 *
 * @param locks the strongest lock that it takes on each relation that others could want, but for
 *     those on partitions
 * @param extent what it takes of the table of locks
 * @param checkedRoles whose privileges the server checks beside those of the connected role
 * @param transactional whether it can run inside a transaction block
 * @param weight the size in bytes of the relation that it scans, or {@link #READS_NOTHING}
 */
public record Effects(
    ImmutableSortedSet<Lock> locks,
    Extent extent,
    ImmutableList<CheckedRole> checkedRoles,
    boolean transactional,
    long weight) {
  /** It locks nothing that others could want. */
  public static final ImmutableSortedSet<Lock> NO_LOCKS = ImmutableSortedSet.of();

  /** Only the connected role needs privileges. */
  public static final ImmutableList<CheckedRole> NO_ROLES = ImmutableList.of();

  /** It reads no rows. */
  public static final long READS_NOTHING = 0;

  /** Those of a step that reads no rows and needs nobody else's privileges, like most. */
  public static Effects onCatalogsOnly(ImmutableSortedSet<Lock> locks, Extent extent) {
    return new Effects(locks, extent, NO_ROLES, true, READS_NOTHING);
  }

  /** The same with the size of what the step reads. */
  public Effects reading(long bytes) {
    return new Effects(locks, extent, checkedRoles, transactional, bytes);
  }

  /** The same with roles whose privileges are checked. */
  public Effects checking(ImmutableList<CheckedRole> roles) {
    return new Effects(locks, extent, roles, transactional, weight);
  }

  /** The same of a step that may have to run outside of a transaction block. */
  public Effects transactional(boolean possible) {
    return new Effects(locks, extent, checkedRoles, possible, weight);
  }
}
