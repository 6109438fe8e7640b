/**
 * Raw names and deparsed text as the catalogs hold them: identifiers without quotes, types with
 * their modifiers, opaque expressions. How a name is quoted is the emitter's affair and must not
 * appear here.
 */
@NullMarked
package dev.schemasync.model.name;

import org.jspecify.annotations.NullMarked;
