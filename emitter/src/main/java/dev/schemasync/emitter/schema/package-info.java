/** Statements about what holds other objects: schemas and extensions. */
@NullMarked
package dev.schemasync.emitter.schema;

import org.jspecify.annotations.NullMarked;
