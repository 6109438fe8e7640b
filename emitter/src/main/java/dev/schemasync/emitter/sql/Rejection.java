package dev.schemasync.emitter.sql;

/**
 * What is wrong with the text or the parts of one statement. The emitter adds which step it is and
 * throws an exception that says so.
 */
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what is wrong. */
  public Rejection(String problem) {
    super(problem);
  }
}
