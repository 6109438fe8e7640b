/** Types, and the collations of those that hold text. */
@NullMarked
package dev.schemasync.planner.type;

import org.jspecify.annotations.NullMarked;
