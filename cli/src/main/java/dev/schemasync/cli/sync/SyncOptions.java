package dev.schemasync.cli.sync;

import dev.schemasync.cli.Acceptance;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * What the operator asks of one run.
 *
 * @param dryRun print the script instead of running it
 * @param shard of all scripts of a dry run the one for this shard; any, if they are all the same
 * @param dryRunCommand how this very dry run is asked for on a command line
 * @param ignoreErrors go on after a statement fails
 * @param accepted errors that do not stop the run
 * @param jobs statements in flight on one shard after pre-data
 * @param concurrently build indexes without blocking writes
 */
public record SyncOptions(
    Identifier publication,
    Stage stage,
    boolean dryRun,
    Optional<Integer> shard,
    String dryRunCommand,
    boolean ignoreErrors,
    Acceptance accepted,
    int jobs,
    boolean concurrently) {}
