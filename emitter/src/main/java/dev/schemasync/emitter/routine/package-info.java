/** Statements about functions, procedures and aggregates. */
@NullMarked
package dev.schemasync.emitter.routine;

import org.jspecify.annotations.NullMarked;
