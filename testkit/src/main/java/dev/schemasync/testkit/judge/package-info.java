/** Judges of copies: they share no code with what makes them. */
@NullMarked
package dev.schemasync.testkit.judge;

import org.jspecify.annotations.NullMarked;
