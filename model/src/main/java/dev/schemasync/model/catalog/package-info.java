/**
 * What a database holds: one record per object kind, a typed identity for each, and the
 * dependencies between them. Start at {@link dev.schemasync.model.catalog.Catalog}; {@link
 * dev.schemasync.model.catalog.CatalogObject} lists the kinds. No OIDs, no creation order, no SQL.
 */
@NullMarked
package dev.schemasync.model.catalog;

import org.jspecify.annotations.NullMarked;
