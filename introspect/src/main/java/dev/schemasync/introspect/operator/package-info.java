/** Reads casts, operators, and the families and classes by which access methods use them. */
@NullMarked
package dev.schemasync.introspect.operator;

import org.jspecify.annotations.NullMarked;
