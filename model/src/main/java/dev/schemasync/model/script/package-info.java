/**
 * Statements as the emitter made them, with what the executor needs to run each. The text of a
 * statement can be made by the emitter alone: see {@link dev.schemasync.model.script.Statement}.
 */
@NullMarked
package dev.schemasync.model.script;

import org.jspecify.annotations.NullMarked;
