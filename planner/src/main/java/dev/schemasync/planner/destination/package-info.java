/** What a shard has, lacks and makes of objects by itself, beside the steps. */
@NullMarked
package dev.schemasync.planner.destination;

import org.jspecify.annotations.NullMarked;
