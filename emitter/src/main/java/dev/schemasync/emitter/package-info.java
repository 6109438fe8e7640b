/**
 * Turns a plan into a script of validated statements.
 *
 * <p>Quoting and rendering live here and nowhere else. Nothing here opens a connection or accepts
 * raw text from outside.
 */
@NullMarked
package dev.schemasync.emitter;

import org.jspecify.annotations.NullMarked;
