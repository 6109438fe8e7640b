package dev.schemasync.emitter.statement;

import dev.schemasync.emitter.sql.OneLine;
import dev.schemasync.model.plan.Step;

/**
 * What the statement of a step must begin with, and what people call it. Worked out from the step
 * alone, so that it can bear witness against the writing of the statement.
 *
 * @param keywords the leading keywords, upper case, with single spaces
 * @param summary the step in a few words on one line, without values
 */
public record Headline(String keywords, String summary) {
  /** Of CREATE and a kind. */
  public static Headline create(String kind, Step step) {
    return about("CREATE " + kind, "create", step);
  }

  /** Of a verb that tells the kind of the object. */
  public static Headline named(String keywords, String verb, Step step) {
    return new Headline(keywords, OneLine.of(verb + " " + step.object().display()));
  }

  /** Of a verb that goes with many kinds. */
  public static Headline about(String keywords, String verb, Step step) {
    return new Headline(keywords, OneLine.of(verb + " " + step.object()));
  }
}
