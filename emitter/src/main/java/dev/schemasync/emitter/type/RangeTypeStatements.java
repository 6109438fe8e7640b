package dev.schemasync.emitter.type;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Options;
import dev.schemasync.model.catalog.Type;

/** Range types (manual, "CREATE TYPE"). */
final class RangeTypeStatements {
  private RangeTypeStatements() {}

  static SqlWriter create(SqlWriter sql, Type.RangeType type) {
    return sql.keyword("CREATE TYPE")
        .qualified(type.name())
        .keyword("AS RANGE")
        .block(
            new Options()
                .add(w -> w.keyword("SUBTYPE =").type(type.subtype()))
                .add(
                    type.operatorClass(),
                    (w, name) -> w.keyword("SUBTYPE_OPCLASS =").qualified(name))
                .add(type.collation(), (w, name) -> w.keyword("COLLATION =").qualified(name))
                .add(type.canonical(), (w, name) -> w.keyword("CANONICAL =").qualified(name))
                .add(
                    type.subtypeDifference(),
                    (w, name) -> w.keyword("SUBTYPE_DIFF =").qualified(name))
                .add(
                    type.multirange(),
                    (w, name) -> w.keyword("MULTIRANGE_TYPE_NAME =").qualified(name))
                .build());
  }
}
