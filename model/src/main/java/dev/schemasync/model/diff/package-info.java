/**
 * Comparison of two catalogs and of single objects, up to texts that a server has shown to print
 * alike.
 */
@NullMarked
package dev.schemasync.model.diff;

import org.jspecify.annotations.NullMarked;
