package dev.schemasync.engine;

/** A run that cannot go on. */
public final class SyncException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  SyncException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  SyncException(Problem problem, Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  SyncException(Problem.Kind kind, String message, Throwable cause) {
    this(Problem.of(kind, message), cause);
  }

  /** Why. */
  public Problem problem() {
    return problem;
  }
}
