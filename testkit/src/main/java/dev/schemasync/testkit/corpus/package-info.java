/**
 * Schemas of real applications, as {@code pg_dump} prints them. They are not part of this
 * repository, for their licences are many, so tests that need them say so when they are absent.
 */
@NullMarked
package dev.schemasync.testkit.corpus;

import org.jspecify.annotations.NullMarked;
