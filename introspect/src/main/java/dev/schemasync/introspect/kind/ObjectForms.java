package dev.schemasync.introspect.kind;

import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectForm;
import java.util.Optional;

/** Makes forms of names of the columns of {@code unsupported_object.sql}. */
final class ObjectForms {
  private ObjectForms() {}

  /** The form; empty where the printed name is all there is. */
  static Optional<ObjectForm> of(Row row) throws CatalogReadException {
    return switch (row.optionalText("form").orElse("")) {
      case "" -> Optional.empty();
      case "transform" ->
          Optional.of(new ObjectForm.Transform(row.plainType("type"), row.identifier("name")));
      default -> throw row.unexpected("form");
    };
  }
}
