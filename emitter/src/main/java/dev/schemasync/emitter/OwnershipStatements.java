package dev.schemasync.emitter;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;

/** Owners and comments. */
final class OwnershipStatements {
  private OwnershipStatements() {}

  static SqlWriter setOwner(SqlWriter sql, Step.SetOwner step) {
    if (!hasOwner(step.object())) {
      throw new Rejection("a %s has no owner to set".formatted(step.object().kind().noun()));
    }
    return ObjectReference.write(sql.keyword("ALTER"), step.object())
        .keyword("OWNER TO")
        .identifier(step.owner());
  }

  private static boolean hasOwner(ObjectId id) {
    return switch (id.kind()) {
      case SCHEMA,
          ENUM,
          DOMAIN,
          COMPOSITE_TYPE,
          FUNCTION,
          PROCEDURE,
          AGGREGATE,
          SEQUENCE,
          TABLE,
          VIEW,
          MATERIALIZED_VIEW,
          PUBLICATION ->
          true;
      case EXTENSION, COLUMN, COLUMN_DEFAULT, CONSTRAINT, INDEX, TRIGGER, UNSUPPORTED -> false;
    };
  }

  static SqlWriter setComment(SqlWriter sql, Step.SetComment step) {
    ObjectReference.write(sql.keyword("COMMENT ON"), step.object()).keyword("IS");
    return step.comment().map(sql::literal).orElseGet(() -> sql.keyword("NULL"));
  }
}
