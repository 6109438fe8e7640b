package dev.schemasync.introspect;

import java.util.Locale;

/** The queries of an introspection. Each is a resource of its own, a statement that psql runs. */
enum Query {
  SETTINGS,
  MEMBER,
  ALIAS,
  COMMENT,
  PRIVILEGE,
  SERVER,
  MEMBERSHIP,
  AVAILABLE_EXTENSION,
  SERVER_COLLATION,
  SEQUENCE,
  SEQUENCE_VALUE,
  TABLE,
  COLUMN,
  PARTITION_KEY,
  KEY,
  CHECK,
  FOREIGN_KEY,
  INDEX,
  INDEX_COLUMN,
  RELATION_STATE,
  SCHEMA,
  EXTENSION,
  ENUM,
  DOMAIN,
  DOMAIN_CHECK,
  COMPOSITE_TYPE,
  ROUTINE,
  ROUTINE_ARGUMENT,
  ROUTINE_TRANSFORM,
  AGGREGATE,
  VIEW,
  MATERIALIZED_VIEW,
  TRIGGER,
  PUBLICATION,
  PUBLICATION_TABLE,
  PUBLICATION_SCHEMA,
  UNSUPPORTED_OBJECT,
  UNSUPPORTED_PROPERTY,
  UNSUPPORTED_NEWER_PROPERTY,
  UNSUPPORTED_COMMENT,
  UNSUPPORTED_PRIVILEGE,
  UNSUPPORTED_DATABASE,
  DEPENDENCY;

  /** The resource's name without variant and suffix. */
  String resource() {
    return name().toLowerCase(Locale.ROOT);
  }
}
