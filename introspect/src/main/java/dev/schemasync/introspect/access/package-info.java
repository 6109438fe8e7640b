/**
 * What objects of many kinds have: privileges and comments.
 *
 * <p>Nothing here knows what those objects are: the row of a catalog is all there is of them.
 */
@NullMarked
package dev.schemasync.introspect.access;

import org.jspecify.annotations.NullMarked;
