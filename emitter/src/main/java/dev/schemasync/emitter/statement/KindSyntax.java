package dev.schemasync.emitter.statement;

import dev.schemasync.model.catalog.ObjectKind;
import java.util.Optional;

/**
 * What the grammar calls the objects of a kind: the one place that a new kind is entered in.
 *
 * @param reference in ALTER and COMMENT ON; none if no statement names such an object
 * @param grant in GRANT and REVOKE; none if the kind has no privileges, or they are written
 *     otherwise
 * @param owned whether ALTER … OWNER TO is in the grammar
 */
public record KindSyntax(Optional<Noun> reference, Optional<Noun> grant, boolean owned) {
  /** The words of the grammar; a constant is written as its name, with spaces. */
  public enum Noun {
    ACCESS_METHOD,
    AGGREGATE,
    CAST,
    COLLATION,
    COLUMN,
    CONSTRAINT,
    CONVERSION,
    DOMAIN,
    EVENT_TRIGGER,
    EXTENSION,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_SERVER,
    FUNCTION,
    INDEX,
    LANGUAGE,
    MATERIALIZED_VIEW,
    OPERATOR,
    OPERATOR_CLASS,
    OPERATOR_FAMILY,
    POLICY,
    PROCEDURE,
    PUBLICATION,
    RULE,
    SCHEMA,
    SEQUENCE,
    SERVER,
    STATISTICS,
    TABLE,
    TEXT_SEARCH_CONFIGURATION,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    TRANSFORM,
    TRIGGER,
    TYPE,
    VIEW
  }

  /** The words for a kind. */
  public static KindSyntax of(ObjectKind kind) {
    return switch (kind) {
      case SCHEMA -> granted(Noun.SCHEMA, Noun.SCHEMA);
      case EXTENSION -> part(Noun.EXTENSION);
      case LANGUAGE -> granted(Noun.LANGUAGE, Noun.LANGUAGE);
      case ACCESS_METHOD -> part(Noun.ACCESS_METHOD);
      case COLLATION -> owned(Noun.COLLATION);
      case SHELL_TYPE, ENUM, COMPOSITE_TYPE, RANGE_TYPE, MULTIRANGE_TYPE, BASE_TYPE ->
          granted(Noun.TYPE, Noun.TYPE);
      case CAST -> part(Noun.CAST);
      case TRANSFORM -> part(Noun.TRANSFORM);
      case OPERATOR -> owned(Noun.OPERATOR);
      case OPERATOR_FAMILY -> owned(Noun.OPERATOR_FAMILY);
      case OPERATOR_CLASS -> owned(Noun.OPERATOR_CLASS);
      case DOMAIN -> granted(Noun.DOMAIN, Noun.DOMAIN);
      case FUNCTION -> granted(Noun.FUNCTION, Noun.FUNCTION);
      case PROCEDURE -> granted(Noun.PROCEDURE, Noun.PROCEDURE);
      case AGGREGATE -> granted(Noun.AGGREGATE, Noun.FUNCTION);
      case CONVERSION -> owned(Noun.CONVERSION);
      case TEXT_SEARCH_PARSER -> part(Noun.TEXT_SEARCH_PARSER);
      case TEXT_SEARCH_TEMPLATE -> part(Noun.TEXT_SEARCH_TEMPLATE);
      case TEXT_SEARCH_DICTIONARY -> owned(Noun.TEXT_SEARCH_DICTIONARY);
      case TEXT_SEARCH_CONFIGURATION -> owned(Noun.TEXT_SEARCH_CONFIGURATION);
      case FOREIGN_DATA_WRAPPER -> granted(Noun.FOREIGN_DATA_WRAPPER, Noun.FOREIGN_DATA_WRAPPER);
      case FOREIGN_SERVER -> granted(Noun.SERVER, Noun.FOREIGN_SERVER);
      case SEQUENCE -> granted(Noun.SEQUENCE, Noun.SEQUENCE);
      case TABLE -> granted(Noun.TABLE, Noun.TABLE);
      case VIEW -> granted(Noun.VIEW, Noun.TABLE);
      case MATERIALIZED_VIEW -> granted(Noun.MATERIALIZED_VIEW, Noun.TABLE);
      case COLUMN -> part(Noun.COLUMN);
      case CONSTRAINT -> part(Noun.CONSTRAINT);
      case INDEX -> part(Noun.INDEX);
      case STATISTICS -> owned(Noun.STATISTICS);
      case RULE -> part(Noun.RULE);
      case TRIGGER -> part(Noun.TRIGGER);
      case POLICY -> part(Noun.POLICY);
      case PUBLICATION -> owned(Noun.PUBLICATION);
      case EVENT_TRIGGER -> owned(Noun.EVENT_TRIGGER);
      case FAMILY_MEMBER,
          USER_MAPPING,
          EXTENSION_TIE,
          CHANGED_ACL,
          DEFAULT_ACL,
          COLUMN_DEFAULT,
          UNSUPPORTED ->
          new KindSyntax(Optional.empty(), Optional.empty(), false);
    };
  }

  private static KindSyntax granted(Noun reference, Noun grant) {
    return new KindSyntax(Optional.of(reference), Optional.of(grant), true);
  }

  /** Of a kind whose objects have an owner, but no privileges. */
  private static KindSyntax owned(Noun reference) {
    return new KindSyntax(Optional.of(reference), Optional.empty(), true);
  }

  /** Of a kind whose objects belong to whoever owns what they are part of. */
  private static KindSyntax part(Noun reference) {
    return new KindSyntax(Optional.of(reference), Optional.empty(), false);
  }
}
