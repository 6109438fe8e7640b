/** The right to make SQL, exported to the emitter alone. Nothing else belongs here. */
@NullMarked
package dev.schemasync.model.script.emitting;

import org.jspecify.annotations.NullMarked;
