/**
 * Statements about relations and their parts: tables, columns, constraints, indexes, triggers,
 * views, sequences.
 */
@NullMarked
package dev.schemasync.emitter.relation;

import org.jspecify.annotations.NullMarked;
