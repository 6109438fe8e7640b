package dev.schemasync.planner;

import dev.schemasync.model.catalog.Stage;

/**
 * What the operator decides about a plan.
 *
 * @param stage the stage that is about to run; sequence values are set in post-data and once more
 *     at cutover
 * @param concurrently whether indexes are built without blocking writes
 * @param now whether the plan is carried out at once, so that a table without rows has few by then;
 *     a script that is kept may run when it has many
 */
public record PlanOptions(Stage stage, boolean concurrently, boolean now) {}
