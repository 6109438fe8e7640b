package dev.schemasync.emitter;

import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.plan.Step;

/** Sequences and their values. */
final class SequenceStatements {
  private SequenceStatements() {}

  static SqlWriter create(SqlWriter sql, Sequence sequence) {
    sql.keyword("CREATE")
        .when(sequence.persistence() == Persistence.UNLOGGED, w -> w.keyword("UNLOGGED"))
        .keyword("SEQUENCE")
        .qualified(sequence.name())
        .keyword("AS")
        .word(sequence.options().dataType());
    return range(sql, sequence.options());
  }

  /** The options but for the type, which an identity column has of its own. */
  static SqlWriter range(SqlWriter sql, Sequence.Options options) {
    sql.keyword("START WITH")
        .number(options.start())
        .keyword("INCREMENT BY")
        .number(options.increment())
        .keyword("MINVALUE")
        .number(options.minValue())
        .keyword("MAXVALUE")
        .number(options.maxValue())
        .keyword("CACHE")
        .number(options.cache());
    return options.cycle() ? sql.keyword("CYCLE") : sql.keyword("NO CYCLE");
  }

  static SqlWriter setOwnedBy(SqlWriter sql, Step.SetSequenceOwnedBy step) {
    return sql.keyword("ALTER SEQUENCE")
        .qualified(step.sequence())
        .keyword("OWNED BY")
        .column(step.table(), step.column());
  }

  static SqlWriter setValue(SqlWriter sql, Step.SetSequenceValue step) {
    long last = step.value().last();
    return sql.keyword("SELECT pg_catalog.setval")
        .arguments(
            w -> {
              w.regclass(step.sequence()).comma();
              // The least bigint read as a number is the negation of one too great for the type.
              SqlWriter value =
                  last == Long.MIN_VALUE ? w.literal(Long.toString(last)) : w.number(last);
              value.comma();
              bool(w, step.value().called());
            });
  }

  private static SqlWriter bool(SqlWriter sql, boolean value) {
    return value ? sql.keyword("true") : sql.keyword("false");
  }
}
