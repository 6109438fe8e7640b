/**
 * Typed changes: a {@link dev.schemasync.model.plan.Step} establishes one fact on one shard; a
 * {@link dev.schemasync.model.plan.Plan} is an ordered list of them. Steps hold catalog records,
 * never SQL.
 */
@NullMarked
package dev.schemasync.model.plan;

import org.jspecify.annotations.NullMarked;
