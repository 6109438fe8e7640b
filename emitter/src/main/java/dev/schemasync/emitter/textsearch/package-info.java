/** Statements about text search. */
@NullMarked
package dev.schemasync.emitter.textsearch;

import org.jspecify.annotations.NullMarked;
