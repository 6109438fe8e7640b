package dev.schemasync.introspect.kind;

import com.google.common.collect.ImmutableSetMultimap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Answers;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import java.util.Optional;

/**
 * Reads which object refers to which, and to which columns.
 *
 * @param objects from dependents to what they refer to, among the objects that the index knows
 * @param columns from dependents to columns
 */
record Dependencies(
    ImmutableSetMultimap<ObjectId, ObjectId> objects,
    ImmutableSetMultimap<ObjectId, ObjectId.Part> columns) {

  static Dependencies read(Answers answers, ObjectIndex index) throws CatalogReadException {
    ImmutableSetMultimap.Builder<ObjectId, ObjectId> objects = ImmutableSetMultimap.builder();
    ImmutableSetMultimap.Builder<ObjectId, ObjectId.Part> columns = ImmutableSetMultimap.builder();
    for (Row row : answers.rows(Query.DEPENDENCY)) {
      if (index.isMember(Address.of(row))) {
        continue;
      }
      Optional<ObjectId> dependent = index.find(Address.of(row));
      Optional<ObjectId> referenced =
          index.find(new Address(row.text("referenced_catalog"), row.oid("referenced_oid")));
      if (dependent.isEmpty() || referenced.isEmpty()) {
        continue;
      }
      if (!dependent.equals(referenced)) {
        objects.put(dependent.get(), referenced.get());
      }
      int number = row.integer("referenced_number");
      if (number > 0) {
        Optional<ObjectId.Part> column = index.column(row.oid("referenced_oid"), number);
        if (column.isPresent() && !isDefaultOf(dependent.get(), column.get())) {
          columns.put(dependent.get(), column.get());
        }
      }
    }
    return new Dependencies(objects.build(), columns.build());
  }

  /** A default belongs to its column, and does not refer to it. */
  private static boolean isDefaultOf(ObjectId dependent, ObjectId.Part column) {
    return dependent.kind() == ObjectKind.COLUMN_DEFAULT
        && dependent.equals(ObjectId.columnDefault(column.of(), column.name()));
  }
}
