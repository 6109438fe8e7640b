/** Terminals for programs that behave otherwise on one. */
@NullMarked
package dev.schemasync.testkit.terminal;

import org.jspecify.annotations.NullMarked;
