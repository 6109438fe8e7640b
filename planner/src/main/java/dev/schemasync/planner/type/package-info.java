/** Types. */
@NullMarked
package dev.schemasync.planner.type;

import org.jspecify.annotations.NullMarked;
