/**
 * That the comparison of catalogs sees every difference: one property of one object is changed at a
 * time. What is changed lies in {@code resources/mutations}, a folder per family.
 */
@NullMarked
package dev.schemasync.cli.mutation;

import org.jspecify.annotations.NullMarked;
