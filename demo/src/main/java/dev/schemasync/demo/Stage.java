package dev.schemasync.demo;

import com.google.common.collect.ImmutableList;

/** A stage of {@code schema-sync} as its command line has it. */
enum Stage {
  PRE_DATA("pre-data", "CREATE TABLE"),
  POST_DATA("post-data", "CREATE INDEX", "--data-sync-complete"),
  CUTOVER("cutover", "REFRESH MATERIALIZED VIEW", "--cutover");

  /** What the statement worth showing is about. */
  static final String SHOWN = "sales.orders";

  private final String label;
  private final String showpiece;
  private final ImmutableList<String> flags;

  Stage(String label, String showpiece, String... flags) {
    this.label = label;
    this.showpiece = showpiece;
    this.flags = ImmutableList.copyOf(flags);
  }

  /** Its name in messages and file names. */
  String label() {
    return label;
  }

  /** What the statement worth showing does, as a {@link DryRun} puts it. */
  String showpiece() {
    return showpiece;
  }

  /** What selects it on the command line. */
  ImmutableList<String> flags() {
    return flags;
  }
}
