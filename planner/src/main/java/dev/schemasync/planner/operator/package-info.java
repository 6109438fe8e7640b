/** Casts, operators, and the families and classes by which access methods use them. */
@NullMarked
package dev.schemasync.planner.operator;

import org.jspecify.annotations.NullMarked;
