/**
 * Turns a JDBC connection into a catalog: what other modules see, the list of readers, and the
 * reading that is of one moment.
 *
 * <p>The queries and the readers of their rows live in the rooms below. Nothing here writes to the
 * server, knows a stage or uses more than one snapshot.
 */
@NullMarked
package dev.schemasync.introspect;

import org.jspecify.annotations.NullMarked;
