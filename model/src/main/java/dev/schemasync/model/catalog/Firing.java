package dev.schemasync.model.catalog;

/**
 * Under which {@code session_replication_role} a trigger or event trigger fires, or a rule is
 * applied ({@code tgenabled}, {@code ev_enabled}, {@code evtenabled}).
 */
public enum Firing {
  /** In origin and local sessions; the default. */
  ORIGIN("enabled"),
  DISABLED("disabled"),
  REPLICA("enabled for replicas only"),
  ALWAYS("enabled always");

  private final String words;

  Firing(String words) {
    this.words = words;
  }

  /** What is said of it, after "is". */
  public String words() {
    return words;
  }
}
