package dev.schemasync.emitter.statement;

import dev.schemasync.emitter.check.Facts;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that the emitter knows of one step: how it is written, and what bears witness against the
 * writing. Headline and facts are worked out from the step alone, never from the text.
 *
 * @param facts what a foreign parser must read in the statement; none where it cannot judge
 * @param sql writes the statement
 * @param runner the role that has to run it, if not the connected user
 */
public record Emission(
    Headline headline,
    Optional<Facts> facts,
    Consumer<SqlWriter> sql,
    Optional<Identifier> runner) {
  /** Of a step that the connected user runs. */
  public Emission(Headline headline, Optional<Facts> facts, Consumer<SqlWriter> sql) {
    this(headline, facts, sql, Optional.empty());
  }

  /** Of a step whose statement JSqlParser can read. */
  public static Emission crossChecked(Headline headline, Facts facts, Consumer<SqlWriter> sql) {
    return new Emission(headline, Optional.of(facts), sql);
  }

  /** Of a step whose statement JSqlParser has no grammar for, or reads without its meaning. */
  public static Emission notCovered(Headline headline, Consumer<SqlWriter> sql) {
    return new Emission(headline, Optional.empty(), sql);
  }
}
