/** Publications. */
@NullMarked
package dev.schemasync.planner.replication;

import org.jspecify.annotations.NullMarked;
