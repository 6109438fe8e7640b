/**
 * Reads functions, procedures and aggregates.
 *
 * <p>Bodies stay as the server prints them: nothing here looks into one.
 */
@NullMarked
package dev.schemasync.introspect.routine;

import org.jspecify.annotations.NullMarked;
