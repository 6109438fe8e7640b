package dev.schemasync.demo;

/** {@code pgdog schema-sync} ended with another status than 0. */
final class StageFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String said;

  StageFailedException(String stage, int status, String said) {
    super("%s ended with exit status %d".formatted(stage, status));
    this.said = said;
  }

  /** All it wrote. */
  String said() {
    return said;
  }
}
