package dev.schemasync.model.server;

/** What not all supported servers can do. Nothing else compares versions. */
public enum Feature {
  POSTFIX_OPERATORS("postfix operators", 13, 13),
  GENERATED_CHILDREN("a column that is generated where its parent's is not", 13, 15),
  NULLABLE_CHILDREN("a column that can be null where its parent's cannot", 13, 17),
  ELEMENT_ARRAY_FUNCTIONS("functions of arrays over anyelement", 13, 13),
  SILENT_CONVERSIONS("a function of five arguments for a conversion", 13, 13),
  TOLERANT_CONVERSIONS("a function of six arguments for a conversion", 14),
  DATABASE_OWNER_ROLE("the role pg_database_owner", 14),
  COMPATIBLE_ARRAY_FUNCTIONS("functions of arrays over anycompatible", 14),
  GIST_SORT_SUPPORT("support function 11 of GiST", 14),
  GIST_COMPARISON_TYPES("support function 12 of GiST", 18),
  BTREE_SKIP_SUPPORT("support function 6 of B-trees", 18),
  /** CREATE OPERATOR CLASS gives the family what the class can be without ({@code amapi.h}). */
  ADJUSTED_FAMILY_MEMBERS("operators of a class that belong to its family", 14),
  COLUMN_COMPRESSION("column compression", 14),
  STATISTICS_OF_EXPRESSIONS("extended statistics of expressions", 14),
  SQL_STANDARD_BODIES("SQL-standard routine bodies", 14),
  MULTIRANGES("multirange types", 14),
  SUBSCRIPT_FUNCTIONS("functions for the subscripts of base types", 14),
  NULLS_NOT_DISTINCT("NULLS NOT DISTINCT", 15),
  FOREIGN_KEY_SET_COLUMNS("ON DELETE SET NULL with a column list", 15),
  PUBLICATION_FILTERS("column lists, row filters and schemas in publications", 15),
  SECURITY_INVOKER_VIEWS("security_invoker views", 15),
  UNLOGGED_SEQUENCES("unlogged sequences", 15),
  STORAGE_IN_CREATE_TABLE("STORAGE in CREATE TABLE", 16),
  OWN_GENERATED_EXPRESSIONS("an expression of its own for what is generated in its parent", 16),
  COLLATION_RULES("RULES of collations", 16),
  BUILTIN_COLLATIONS("collations of the provider builtin", 17),
  FOLLOWING_MULTIRANGES("multirange types that follow their range types", 17),
  NAMED_DOMAIN_NOT_NULL("named NOT NULL constraints of domains", 17),
  MAINTAIN_PRIVILEGE("the MAINTAIN privilege", 17),
  PARTITIONED_EXCLUSION_CONSTRAINTS("exclusion constraints of partitioned tables", 17),
  PARTITIONED_ACCESS_METHODS("access methods of partitioned tables", 17),
  IDENTITY_ON_PARTITIONS("identity columns of partitions", 17),
  EVENT_TRIGGERS_SETTING("the setting event_triggers", 17),
  LOGIN_EVENT_TRIGGERS("event triggers that fire at login", 17),
  OPERATOR_COMPLETION("ALTER OPERATOR for commutators, negators, HASHES and MERGES", 17),
  NOT_VALID_PARTITIONED_FOREIGN_KEYS("NOT VALID foreign keys of partitioned tables", 18),
  FAST_UNICODE_COLLATIONS("the locale PG_UNICODE_FAST", 18),
  LARGE_OBJECT_DEFAULTS("default privileges on large objects", 18),
  NAMED_NOT_NULL("named NOT NULL constraints", 18),
  PRIVILEGES_OF_SHELL_TYPES("privileges on shell types", 18),
  TEMPORAL_CONSTRAINTS("WITHOUT OVERLAPS and PERIOD", 18),
  NOT_ENFORCED("constraints that are NOT ENFORCED", 18),
  SEQUENCE_DATA("pg_get_sequence_data", 18),
  VIRTUAL_GENERATED_COLUMNS("virtual generated columns", 18);

  private final String description;
  private final int since;
  private final int until;

  Feature(String description, int since) {
    this(description, since, Integer.MAX_VALUE);
  }

  Feature(String description, int since, int until) {
    this.description = description;
    this.since = since;
    this.until = until;
  }

  /** What it is, for messages. */
  public String description() {
    return description;
  }

  /** The first major version that has it. */
  public int since() {
    return since;
  }

  /** The last major version that has it. */
  public int until() {
    return until;
  }
}
