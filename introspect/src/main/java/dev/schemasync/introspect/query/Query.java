package dev.schemasync.introspect.query;

import java.util.Locale;
import java.util.Optional;

/** The queries of an introspection. Each is a resource of its own, a statement that psql runs. */
public enum Query {
  SETTINGS,
  ROW_VERSION,
  PRESENCE,
  LOCK_CHUNK,
  LOCK_WAIT,
  MEMBER,
  ALIAS,
  COMMENT,
  PRIVILEGE,
  SERVER,
  MEMBERSHIP,
  AVAILABLE_EXTENSION,
  DEFAULT_PRIVILEGE,
  SERVER_COLLATION,
  SERVER_TEXT_SEARCH,
  SEQUENCE,
  SEQUENCE_VALUE,
  TABLE,
  COLUMN,
  PARTITION_KEY,
  PARENT,
  KEY,
  EXCLUSION,
  CHECK,
  FOREIGN_KEY,
  INDEX,
  INDEX_COLUMN,
  RELATION_STATE,
  SCHEMA,
  EXTENSION,
  LANGUAGE,
  ACCESS_METHOD,
  COLLATION,
  ENUM,
  CAST,
  TRANSFORM,
  OPERATOR,
  OPERATOR_FAMILY,
  OPERATOR_CLASS,
  FAMILY_OPERATOR,
  FAMILY_FUNCTION,
  DOMAIN,
  DOMAIN_CHECK,
  COMPOSITE_TYPE,
  SHELL_TYPE,
  RANGE_TYPE,
  MULTIRANGE_TYPE,
  RANGE_CONSTRUCTOR,
  BASE_TYPE,
  ROUTINE("pg_proc"),
  ROUTINE_ARGUMENT,
  ROUTINE_TRANSFORM,
  AGGREGATE,
  CONVERSION,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_CONFIGURATION,
  TEXT_SEARCH_MAPPING,
  FOREIGN_DATA_WRAPPER,
  FOREIGN_SERVER,
  USER_MAPPING,
  VIEW("pg_class"),
  MATERIALIZED_VIEW("pg_class"),
  STATISTICS,
  RULE("pg_rewrite"),
  TRIGGER,
  POLICY("pg_policy"),
  PUBLICATION,
  PUBLICATION_TABLE,
  PUBLICATION_SCHEMA,
  EXTENSION_DEPENDENCY,
  CHANGED_ACL,
  DEFAULT_ACL,
  EVENT_TRIGGER,
  LARGE_OBJECT,
  UNSUPPORTED_OBJECT,
  UNSUPPORTED_PROPERTY,
  UNSUPPORTED_NEWER_PROPERTY,
  UNSUPPORTED_COMMENT,
  UNSUPPORTED_DATABASE,
  DEPENDENCY,
  PROBE;

  private final Optional<String> deparsed;

  Query() {
    this.deparsed = Optional.empty();
  }

  Query(String deparsed) {
    this.deparsed = Optional.of(deparsed);
  }

  /**
   * The catalog of the objects whose queries it deparses, which locks the relations in them; none
   * if it deparses no queries.
   */
  Optional<String> deparsed() {
    return deparsed;
  }

  /** The column whose values must not be seen, not even in an error. */
  Optional<String> secretColumn() {
    return this == USER_MAPPING ? Optional.of("options") : Optional.empty();
  }

  /** The resource's name without variant and suffix. */
  String resource() {
    return name().toLowerCase(Locale.ROOT);
  }
}
