/**
 * Turns catalogs, a publication and a sharding layout into a plan with findings.
 *
 * <p>Pure and deterministic: no connection, file, clock or SQL text may appear here.
 */
@NullMarked
package dev.schemasync.planner;

import org.jspecify.annotations.NullMarked;
