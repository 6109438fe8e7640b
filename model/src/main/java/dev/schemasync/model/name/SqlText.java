package dev.schemasync.model.name;

/**
 * An opaque expression or query, as a server deparsed it under an empty {@code search_path}. What
 * it refers to is known from {@code pg_depend}, never from reading the text.
 */
public record SqlText(String text) {
  @Override
  public String toString() {
    return text;
  }
}
