/**
 * Reads types (enums, domains, composite types) and collations.
 *
 * <p>The attributes of a composite type are read as the columns of a relation are, in that room.
 */
@NullMarked
package dev.schemasync.introspect.type;

import org.jspecify.annotations.NullMarked;
