/** Steps with what they need and provide, and the order that follows. */
@NullMarked
package dev.schemasync.planner.order;

import org.jspecify.annotations.NullMarked;
