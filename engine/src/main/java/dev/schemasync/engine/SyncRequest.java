package dev.schemasync.engine;

import dev.schemasync.executor.ExecutionOptions;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.Identifier;
import java.util.function.Predicate;

/**
 * What is asked of one run.
 *
 * @param planOnly write the scripts, change nothing
 * @param concurrently build indexes without blocking writes
 * @param stops whether a finding stops the run
 */
public record SyncRequest(
    Identifier publication,
    Stage stage,
    boolean planOnly,
    boolean concurrently,
    ExecutionOptions execution,
    Predicate<Finding> stops) {}
