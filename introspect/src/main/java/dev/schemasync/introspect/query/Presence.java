package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.schemasync.introspect.CatalogReadException;
import java.util.Locale;

/**
 * That a database holds rows of a catalog that somebody made. Where there are none, no query about
 * them need be planned: to a shard that is empty yet, planning is what a reading costs.
 */
public enum Presence {
  SEQUENCE,
  TABLE,
  VIEW,
  MATERIALIZED_VIEW,
  COMPOSITE_TYPE,
  INDEX,
  ENUM,
  DOMAIN,
  SHELL_TYPE,
  RANGE_TYPE,
  BASE_TYPE,
  LANGUAGE,
  ACCESS_METHOD,
  CAST,
  TRANSFORM,
  OPERATOR,
  OPERATOR_FAMILY,
  COLLATION,
  TEXT_SEARCH,
  FOREIGN_DATA_WRAPPER,
  ROUTINE,
  AGGREGATE,
  CONVERSION,
  KEY,
  EXCLUSION,
  CHECK,
  FOREIGN_KEY,
  STATISTICS,
  RULE,
  TRIGGER,
  POLICY,
  PUBLICATION,
  DEFAULT_ACL,
  EVENT_TRIGGER,
  LARGE_OBJECT;

  /** All that is present. */
  public static ImmutableSet<Presence> read(Answers answers) throws CatalogReadException {
    ImmutableSet.Builder<Presence> present = ImmutableSet.builder();
    for (Row row : answers.rows(Query.PRESENCE)) {
      present.add(of(row));
    }
    return Sets.immutableEnumSet(present.build());
  }

  private static Presence of(Row row) throws CatalogReadException {
    try {
      return valueOf(row.text("presence").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw row.unexpected("presence");
    }
  }
}
