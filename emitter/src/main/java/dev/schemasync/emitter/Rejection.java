package dev.schemasync.emitter;

/**
 * What is wrong with the text or the parts of one statement. {@link Emitter} adds which step it is
 * and throws an {@link EmitException}.
 */
final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Rejection(String problem) {
    super(problem);
  }
}
