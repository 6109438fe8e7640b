/**
 * Reads schemas and extensions.
 *
 * <p>What lies in them is read elsewhere; what an extension brings is not read at all.
 */
@NullMarked
package dev.schemasync.introspect.schema;

import org.jspecify.annotations.NullMarked;
