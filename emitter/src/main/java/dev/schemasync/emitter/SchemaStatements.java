package dev.schemasync.emitter;

import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Schema;

/** Schemas and extensions. */
final class SchemaStatements {
  private SchemaStatements() {}

  static SqlWriter create(SqlWriter sql, Schema schema) {
    return sql.keyword("CREATE SCHEMA").identifier(schema.name());
  }

  static SqlWriter create(SqlWriter sql, Extension extension) {
    return sql.keyword("CREATE EXTENSION")
        .identifier(extension.name())
        .keyword("WITH SCHEMA")
        .identifier(extension.schema())
        .keyword("VERSION")
        .literal(extension.version());
  }
}
