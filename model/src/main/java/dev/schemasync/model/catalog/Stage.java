package dev.schemasync.model.catalog;

/** The part of a schema copy in which a change is made, relative to the copy of the data. */
public enum Stage {
  /** Before the data is copied. */
  PRE_DATA("pre-data"),
  /** After the copy, while replication may still be writing. */
  POST_DATA("post-data"),
  /** When the source has stopped and clients are about to switch. */
  CUTOVER("cutover");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** How the stage is called in output. */
  public String label() {
    return label;
  }

  /** Whether another stage is this one or comes before it. */
  public boolean includes(Stage other) {
    return other.compareTo(this) <= 0;
  }
}
