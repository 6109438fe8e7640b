package dev.schemasync.model.catalog;

/**
 * The kinds of objects that the catalog language knows. The order of the constants is the preferred
 * order of creation (see {@code ordering.md} for the priorities it follows), used where
 * dependencies leave a choice.
 */
public enum ObjectKind {
  SCHEMA("schema", "pg_namespace", Stage.PRE_DATA),
  COLLATION("collation", "pg_collation", Stage.PRE_DATA),
  EXTENSION("extension", "pg_extension", Stage.PRE_DATA),
  LANGUAGE("language", "pg_language", Stage.PRE_DATA),
  ACCESS_METHOD("access method", "pg_am", Stage.PRE_DATA),
  SHELL_TYPE("shell type", "pg_type", Stage.PRE_DATA),
  ENUM("enum type", "pg_enum", Stage.PRE_DATA),
  // What an expression uses without naming it comes before all that has expressions.
  CAST("cast", "pg_cast", Stage.PRE_DATA),
  TRANSFORM("transform", "pg_transform", Stage.PRE_DATA),
  OPERATOR("operator", "pg_operator", Stage.PRE_DATA),
  OPERATOR_FAMILY("operator family", "pg_opfamily", Stage.PRE_DATA),
  // Before the classes: what is added to a family that has a class for it may become that class's.
  FAMILY_MEMBER("member of an operator family", "pg_amop", Stage.PRE_DATA),
  OPERATOR_CLASS("operator class", "pg_opclass", Stage.PRE_DATA),
  DOMAIN("domain", "pg_type", Stage.PRE_DATA),
  COMPOSITE_TYPE("composite type", "pg_type", Stage.PRE_DATA),
  RANGE_TYPE("range type", "pg_range", Stage.PRE_DATA),
  /** Made with its range type. */
  MULTIRANGE_TYPE("multirange type", "pg_range", Stage.PRE_DATA),
  BASE_TYPE("base type", "pg_type", Stage.PRE_DATA),
  FUNCTION("function", "pg_proc", Stage.PRE_DATA),
  PROCEDURE("procedure", "pg_proc", Stage.PRE_DATA),
  AGGREGATE("aggregate", "pg_aggregate", Stage.PRE_DATA),
  CONVERSION("conversion", "pg_conversion", Stage.PRE_DATA),
  TEXT_SEARCH_PARSER("text search parser", "pg_ts_parser", Stage.PRE_DATA),
  TEXT_SEARCH_TEMPLATE("text search template", "pg_ts_template", Stage.PRE_DATA),
  TEXT_SEARCH_DICTIONARY("text search dictionary", "pg_ts_dict", Stage.PRE_DATA),
  TEXT_SEARCH_CONFIGURATION("text search configuration", "pg_ts_config", Stage.PRE_DATA),
  FOREIGN_DATA_WRAPPER("foreign-data wrapper", "pg_foreign_data_wrapper", Stage.PRE_DATA),
  FOREIGN_SERVER("foreign server", "pg_foreign_server", Stage.PRE_DATA),
  USER_MAPPING("user mapping", "pg_user_mapping", Stage.PRE_DATA),
  SEQUENCE("sequence", "pg_sequence", Stage.PRE_DATA),
  TABLE("table", "pg_class", Stage.PRE_DATA),
  VIEW("view", "pg_class", Stage.PRE_DATA),
  MATERIALIZED_VIEW("materialized view", "pg_class", Stage.PRE_DATA),
  /**
   * A part of its relation: never an entry of a {@link Catalog}, but comments, grants and findings
   * name it.
   */
  COLUMN("column", "pg_attribute", Stage.PRE_DATA),
  /** A part of its column: never an entry of a {@link Catalog}, but dependencies name it. */
  COLUMN_DEFAULT("default", "pg_attrdef", Stage.PRE_DATA),
  CONSTRAINT("constraint", "pg_constraint", Stage.POST_DATA),
  INDEX("index", "pg_index", Stage.POST_DATA),
  STATISTICS("statistics object", "pg_statistic_ext", Stage.POST_DATA),
  RULE("rule", "pg_rewrite", Stage.POST_DATA),
  TRIGGER("trigger", "pg_trigger", Stage.POST_DATA),
  POLICY("policy", "pg_policy", Stage.POST_DATA),
  PUBLICATION("publication", "pg_publication", Stage.POST_DATA),
  EXTENSION_TIE("tie", "pg_depend", Stage.PRE_DATA),
  CHANGED_ACL("changed privileges", "pg_init_privs", Stage.PRE_DATA),
  DEFAULT_ACL("default privileges", "pg_default_acl", Stage.CUTOVER),
  EVENT_TRIGGER("event trigger", "pg_event_trigger", Stage.CUTOVER),
  /** Anything the server knows and this language does not: see {@link UnsupportedObject}. */
  UNSUPPORTED("unsupported object", "pg_depend", Stage.PRE_DATA);

  private final String noun;
  private final String catalog;
  private final Stage stage;

  ObjectKind(String noun, String catalog, Stage stage) {
    this.noun = noun;
    this.catalog = catalog;
    this.stage = stage;
  }

  /** PostgreSQL's word for the kind, for messages. */
  public String noun() {
    return noun;
  }

  /** The system catalog that holds the kind. */
  public String catalog() {
    return catalog;
  }

  /** The stage in which objects of this kind are created unless something needs them earlier. */
  public Stage stage() {
    return stage;
  }

  /** Whether objects of this kind are relations that rows are read from. */
  public boolean isRelation() {
    return this == TABLE || this == VIEW || this == MATERIALIZED_VIEW;
  }

  /**
   * Whether values can be of an object of this kind: a type, a relation with its rows, or what may
   * be a type for all that is known.
   */
  public boolean isType() {
    return this == SHELL_TYPE
        || this == ENUM
        || this == DOMAIN
        || this == COMPOSITE_TYPE
        || this == RANGE_TYPE
        || this == MULTIRANGE_TYPE
        || this == BASE_TYPE
        || this == UNSUPPORTED
        || isRelation();
  }

  /** Whether objects of this kind are entries of a {@link Catalog}, not parts of one. */
  public boolean isEntry() {
    return this != COLUMN && this != COLUMN_DEFAULT;
  }
}
