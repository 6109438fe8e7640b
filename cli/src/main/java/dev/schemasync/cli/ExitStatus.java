package dev.schemasync.cli;

/** The exit status of every command; scripts rely on it. */
public enum ExitStatus {
  /** All that was asked for is done, and a comparison found no difference. */
  DONE(0),
  /** Errors stopped the run, statements failed, or a difference is left. */
  FAILED(1),
  /** The command line or the configuration cannot be used. */
  USAGE(2),
  /** A server could not be reached, or was lost on the way. */
  UNREACHABLE(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
