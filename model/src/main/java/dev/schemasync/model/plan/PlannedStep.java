package dev.schemasync.model.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Stage;

/**
 * A step in its place in a plan.
 *
 * @param after positions in the plan of the steps that must be done first; all less than its own
 * @param locks the strongest lock it takes on each relation that others could want
 * @param footprint what it takes of the server's table of locks
 * @param checkedRoles whose privileges the server checks beside those of the connected role
 * @param transactional whether it can run inside a transaction block
 * @param weight an estimate of its work in bytes to read; 0 where it reads no rows
 */
public record PlannedStep(
    Step step,
    Stage stage,
    ImmutableSortedSet<Integer> after,
    ImmutableSortedSet<Lock> locks,
    Footprint footprint,
    ImmutableList<CheckedRole> checkedRoles,
    boolean transactional,
    long weight) {}
