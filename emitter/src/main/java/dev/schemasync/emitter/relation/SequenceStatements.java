package dev.schemasync.emitter.relation;

import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.model.server.Snapshot.SequenceValue;

/** Sequences and their values. */
public final class SequenceStatements {
  private SequenceStatements() {}

  /** CREATE SEQUENCE. */
  public static Emission create(Step.CreateSequence step) {
    Sequence sequence = step.sequence();
    Sequence.Options options = sequence.options();
    return Emission.crossChecked(
        Headline.named("CREATE " + unlogged(sequence) + "SEQUENCE", "create sequence", step),
        Facts.of("create sequence", sequence.name())
            .with("start with", Long.toString(options.start()))
            .with("increment by", Long.toString(options.increment()))
            .with("cache", Long.toString(options.cache()))
            .build(),
        sql -> create(sql, sequence));
  }

  private static String unlogged(Sequence sequence) {
    return sequence.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
  }

  /** ALTER SEQUENCE … OWNED BY. */
  public static Emission setOwnedBy(Step.SetSequenceOwnedBy step) {
    return Emission.notCovered(
        Headline.named("ALTER SEQUENCE", "set owner column of", step),
        sql -> setOwnedBy(sql, step));
  }

  /** ALTER SEQUENCE … SET LOGGED. */
  public static Emission setPersistence(Step.SetSequencePersistence step) {
    return Emission.notCovered(
        Headline.named("ALTER SEQUENCE", "set persistence of", step),
        sql -> setPersistence(sql, step));
  }

  /** {@code setval}. */
  public static Emission setValue(Step.SetSequenceValue step, ServerVersion target) {
    return Emission.notCovered(
        Headline.named("SELECT", "set value of", step), sql -> setValue(sql, step, target));
  }

  private static SqlWriter create(SqlWriter sql, Sequence sequence) {
    sql.keyword("CREATE")
        .when(sequence.persistence() == Persistence.UNLOGGED, w -> w.keyword("UNLOGGED"))
        .keyword("SEQUENCE")
        .qualified(sequence.name())
        .keyword("AS")
        .word(sequence.options().dataType());
    return range(sql, sequence.options());
  }

  /** What makes a column an identity, after its name. */
  static SqlWriter identity(SqlWriter sql, Column.IdentityKind kind, Sequence sequence) {
    return sql.keyword("GENERATED")
        .word(kind)
        .keyword("AS IDENTITY")
        .parenthesised(
            w -> range(w.keyword("SEQUENCE NAME").qualified(sequence.name()), sequence.options()));
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

  private static SqlWriter setOwnedBy(SqlWriter sql, Step.SetSequenceOwnedBy step) {
    return sql.keyword("ALTER SEQUENCE")
        .qualified(step.sequence())
        .keyword("OWNED BY")
        .column(step.table(), step.column());
  }

  private static SqlWriter setPersistence(SqlWriter sql, Step.SetSequencePersistence step) {
    sql.keyword("ALTER SEQUENCE").qualified(step.sequence()).keyword("SET");
    return switch (step.persistence()) {
      case PERMANENT -> sql.keyword("LOGGED");
      case UNLOGGED -> sql.keyword("UNLOGGED");
    };
  }

  /**
   * The condition is part of the statement: a shard that is written to, or a script that is run
   * late, must not be set back to where the sequence was when it was read.
   */
  private static SqlWriter setValue(
      SqlWriter sql, Step.SetSequenceValue step, ServerVersion target) {
    sql.keyword("SELECT pg_catalog.setval")
        .arguments(
            w -> {
              bigint(w.regclass(step.sequence()).comma(), step.value().last()).comma();
              bool(w, step.value().called());
            });
    state(sql.line().keyword("FROM"), step, target).line().keyword("WHERE");
    return isBehind(sql, step);
  }

  /** One row with {@code last_value} and {@code is_called}. */
  private static SqlWriter state(SqlWriter sql, Step.SetSequenceValue step, ServerVersion target) {
    return target.has(Feature.SEQUENCE_DATA)
        ? sql.keyword("pg_catalog.pg_get_sequence_data").arguments(w -> w.regclass(step.sequence()))
        : sql.qualified(step.sequence());
  }

  private static SqlWriter isBehind(SqlWriter sql, Step.SetSequenceValue step) {
    SequenceValue value = step.value();
    SequenceValue untouched = SequenceValue.initial(step.options());
    bigint(
        step.options().isAscending() ? sql.keyword("last_value <") : sql.keyword("last_value >"),
        value.last());
    if (value.called()) {
      isNext(sql, value.last());
    }
    // A sequence that has handed out nothing may be set anywhere, also to before its start.
    return value.isFurtherThan(untouched, step.options()) ? sql : isNext(sql, untouched.last());
  }

  private static SqlWriter isNext(SqlWriter sql, long value) {
    return sql.keyword("OR")
        .parenthesised(w -> bigint(w.keyword("last_value ="), value).keyword("AND NOT is_called"));
  }

  private static SqlWriter bigint(SqlWriter sql, long value) {
    // The least bigint read as a number is the negation of one too great for the type.
    return value == Long.MIN_VALUE ? sql.literal(Long.toString(value)) : sql.number(value);
  }

  private static SqlWriter bool(SqlWriter sql, boolean value) {
    return value ? sql.keyword("true") : sql.keyword("false");
  }
}
