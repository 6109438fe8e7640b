/** Tables with their columns, constraints, indexes and triggers, views, sequences. */
@NullMarked
package dev.schemasync.planner.relation;

import org.jspecify.annotations.NullMarked;
