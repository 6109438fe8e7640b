package dev.schemasync.model.script;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.script.emitting.EmitterKey;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * The text of one SQL statement, without a closing semicolon. Only the emitter can make one. It may
 * hold secrets, which only {@link #text} tells.
 */
public final class Sql {
  private final String text;
  private final ImmutableList<Hidden> hidden;

  private Sql(String text, ImmutableList<Hidden> hidden) {
    this.text = text;
    this.hidden = hidden;
  }

  /**
   * A constant in a text that is a secret.
   *
   * @param start the position of its first character, from 0
   * @param end the position after its last
   */
  public record Hidden(int start, int end, Secret secret) {}

  /** The statement of this text; the key shows that the caller is the emitter. */
  public static Sql emitted(EmitterKey key, String text) {
    return emitted(key, text, ImmutableList.of());
  }

  /**
   * The statement of this text; the key shows that the caller is the emitter.
   *
   * @param hidden in their order
   */
  public static Sql emitted(EmitterKey key, String text, ImmutableList<Hidden> hidden) {
    Objects.requireNonNull(key);
    return new Sql(text, hidden);
  }

  /** The text as a server has to read it, for the session that runs it and nothing else. */
  public String text() {
    return text;
  }

  /** What nobody must see of it. */
  public ImmutableList<Secret> secrets() {
    return hidden.stream().map(Hidden::secret).collect(toImmutableList());
  }

  /** The text with another constant in the place of each secret: valid, and for anybody. */
  public String masked() {
    return shown(number -> "'" + Secret.MASK + "'");
  }

  /**
   * The text with something else in the place of each secret.
   *
   * @param substitute by the number of the secret, from 1
   */
  public String shown(IntFunction<String> substitute) {
    StringBuilder shown = new StringBuilder();
    int end = 0;
    for (int i = 0; i < hidden.size(); i++) {
      shown.append(text, end, hidden.get(i).start()).append(substitute.apply(i + 1));
      end = hidden.get(i).end();
    }
    return shown.append(text, end, text.length()).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sql sql && sql.text.equals(text) && sql.hidden.equals(hidden);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return masked();
  }
}
