/** All that a database can hold, as a list, and what a test may except of it. */
@NullMarked
package dev.schemasync.testkit.coverage;

import org.jspecify.annotations.NullMarked;
