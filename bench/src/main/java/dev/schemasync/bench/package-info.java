/**
 * How long whole runs take, as ratios to {@code pg_dump} and {@code psql} that alternate with them.
 *
 * <p>Nothing here is a test: times depend on the machine. What must hold everywhere, the number of
 * statements and round trips, is tested where the work is done.
 */
@NullMarked
package dev.schemasync.bench;

import org.jspecify.annotations.NullMarked;
