package dev.schemasync.cli.config;

/** A password. It prints as {@code ****}; only {@link #reveal} gives the text. */
public final class Secret {

  private final String text;

  public Secret(String text) {
    this.text = text;
  }

  /** The password itself, for the driver and nothing else. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "****";
  }
}
