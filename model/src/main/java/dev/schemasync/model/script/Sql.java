package dev.schemasync.model.script;

import dev.schemasync.model.script.emitting.EmitterKey;
import java.util.Objects;

/** The text of one SQL statement, without a closing semicolon. Only the emitter can make one. */
public final class Sql {
  private final String text;

  private Sql(String text) {
    this.text = text;
  }

  /** The statement of this text; the key shows that the caller is the emitter. */
  public static Sql emitted(EmitterKey key, String text) {
    Objects.requireNonNull(key);
    return new Sql(text);
  }

  /** The text. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sql sql && sql.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
