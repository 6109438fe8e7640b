package dev.schemasync.testkit.script;

import java.io.Serial;

/** A script that cannot be split into statements. The message names the line. */
public final class ScriptSyntaxException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  ScriptSyntaxException(int line, String message) {
    super("line %d: %s".formatted(line, message));
  }
}
