/**
 * Plain SQL files without {@code psql}: splitting them into statements and running those.
 *
 * <p>{@link dev.schemasync.testkit.script.SqlScript} knows what {@code psql} knows of SQL and no
 * more: where strings, comments, parentheses and routine bodies end, hence where statements do.
 */
@NullMarked
package dev.schemasync.testkit.script;

import org.jspecify.annotations.NullMarked;
