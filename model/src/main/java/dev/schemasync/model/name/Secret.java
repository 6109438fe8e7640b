package dev.schemasync.model.name;

import org.jspecify.annotations.Nullable;

/** A text that nobody must see, such as a password. It prints as {@link #MASK}. */
public final class Secret {
  /** What people see in its place. */
  public static final String MASK = "****";

  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /** The text itself, for a server and nothing else. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return MASK;
  }
}
