/**
 * Turns a JDBC connection into a catalog.
 *
 * <p>The queries and the readers of their rows live here. Nothing here writes to the server, knows
 * a stage or uses more than one snapshot.
 */
@NullMarked
package dev.schemasync.introspect;

import org.jspecify.annotations.NullMarked;
