/**
 * Reads relations and their parts: tables, columns, constraints, indexes, triggers, views,
 * sequences and their values.
 *
 * <p>Types and routines are named here, never looked into.
 */
@NullMarked
package dev.schemasync.introspect.relation;

import org.jspecify.annotations.NullMarked;
