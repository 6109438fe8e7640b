/** Casts, operators, and the families and classes by which access methods use them. */
@NullMarked
package dev.schemasync.emitter.operator;

import org.jspecify.annotations.NullMarked;
