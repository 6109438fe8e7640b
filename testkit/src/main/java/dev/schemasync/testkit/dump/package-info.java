/**
 * The installed {@code pg_dump} as a judge: what it prints of two databases tells whether their
 * schemas are the same. The product does without it, so it is optional here too.
 */
@NullMarked
package dev.schemasync.testkit.dump;

import org.jspecify.annotations.NullMarked;
