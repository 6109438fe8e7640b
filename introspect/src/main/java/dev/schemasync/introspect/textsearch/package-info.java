/** Reads what full text search is configured by. */
@NullMarked
package dev.schemasync.introspect.textsearch;

import org.jspecify.annotations.NullMarked;
