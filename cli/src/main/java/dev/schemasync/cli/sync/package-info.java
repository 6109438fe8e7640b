/**
 * One run of {@code schema-sync}: wires the workers together in the order of the flow. What a
 * worker could know belongs to the worker, not here.
 */
@NullMarked
package dev.schemasync.cli.sync;

import org.jspecify.annotations.NullMarked;
