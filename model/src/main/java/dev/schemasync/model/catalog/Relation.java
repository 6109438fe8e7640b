package dev.schemasync.model.catalog;

import dev.schemasync.model.name.QualifiedName;

/** A relation ({@code pg_class}) other than an index. */
public sealed interface Relation extends CatalogObject.Granted
    permits Sequence, Table, View, MaterializedView {
  /** The relation's name. */
  QualifiedName name();

  @Override
  ObjectId.InSchema id();
}
