package dev.schemasync.emitter;

import dev.schemasync.emitter.sql.OneLine;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;

/** A step that cannot be written, or whose statement failed a check. Nothing has run by then. */
public final class EmitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Step step;

  EmitException(Step step, Headline headline, Rejection cause) {
    super(
        "cannot emit \"%s\" (%s): %s; no statement was run. This is a defect of the compiler: report it with the definition of the %s"
            .formatted(
                headline.summary(),
                step.getClass().getSimpleName(),
                cause.getMessage(),
                OneLine.of(step.object().toString())),
        cause);
    this.step = step;
  }

  /** The step whose statement it was. */
  public Step step() {
    return step;
  }

  /** The object that the step makes or changes. */
  public ObjectId object() {
    return step.object();
  }
}
