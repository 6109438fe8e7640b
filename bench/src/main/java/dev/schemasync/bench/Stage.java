package dev.schemasync.bench;

import com.google.common.collect.ImmutableList;

/** The stages as the command line asks for them. */
enum Stage {
  PRE_DATA("pre-data"),
  POST_DATA("post-data", "--data-sync-complete"),
  CUTOVER("cutover", "--cutover");

  private final String label;
  private final ImmutableList<String> flags;

  Stage(String label, String... flags) {
    this.label = label;
    this.flags = ImmutableList.copyOf(flags);
  }

  String label() {
    return label;
  }

  ImmutableList<String> flags() {
    return flags;
  }
}
