/** Statements about what foreign tables are reached by. */
@NullMarked
package dev.schemasync.emitter.foreign;

import org.jspecify.annotations.NullMarked;
