package dev.schemasync.planner;

import dev.schemasync.model.catalog.Stage;

/**
 * What the operator decides about a plan.
 *
 * @param stage the stage that is about to run; sequence values are set in post-data and once more
 *     at cutover
 * @param concurrently whether indexes are built without blocking writes
 */
public record PlanOptions(Stage stage, boolean concurrently) {}
