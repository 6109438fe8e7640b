package dev.schemasync.cli.config;

/**
 * A place in a configuration file.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the file as a whole is meant
 */
public record Location(String file, int line, int column) {

  /** The file as a whole, for what stands on no line. */
  static Location file(String file) {
    return new Location(file, 0, 0);
  }

  /** {@code file:line:column}, or the file alone. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
