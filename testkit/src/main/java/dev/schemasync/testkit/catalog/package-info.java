/**
 * Catalogs for tests that need no server: builders with defaults for every kind of object, and
 * jqwik arbitraries of identifiers and whole catalogs. Nothing here knows SQL or plans.
 */
@NullMarked
package dev.schemasync.testkit.catalog;

import org.jspecify.annotations.NullMarked;
