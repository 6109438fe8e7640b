/**
 * Real PostgreSQL servers, schema generators, a corpus and oracles.
 *
 * <p>Only tests and the demonstration may use this; no main code depends on it.
 */
@NullMarked
package dev.schemasync.testkit;

import org.jspecify.annotations.NullMarked;
