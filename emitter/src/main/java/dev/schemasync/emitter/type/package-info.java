/** Statements about types and domains. */
@NullMarked
package dev.schemasync.emitter.type;

import org.jspecify.annotations.NullMarked;
