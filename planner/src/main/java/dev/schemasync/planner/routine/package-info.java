/** Functions, procedures and aggregates. */
@NullMarked
package dev.schemasync.planner.routine;

import org.jspecify.annotations.NullMarked;
