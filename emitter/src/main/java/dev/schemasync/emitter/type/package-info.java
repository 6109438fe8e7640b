/** Statements about types, domains and collations. */
@NullMarked
package dev.schemasync.emitter.type;

import org.jspecify.annotations.NullMarked;
