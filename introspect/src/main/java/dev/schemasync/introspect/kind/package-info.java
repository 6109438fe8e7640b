/**
 * What all readers are asked, what they look things up in, and the reader of what has no kind.
 *
 * <p>OIDs become identities here. The reader of a kind lives in the room of its family.
 */
@NullMarked
package dev.schemasync.introspect.kind;

import org.jspecify.annotations.NullMarked;
