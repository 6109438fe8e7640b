package dev.schemasync.executor;

import dev.schemasync.model.script.Statement;

/** One statement on one shard. */
public record StatementReport(Statement statement, StatementOutcome outcome, Validity validity) {}
