package dev.schemasync.model.finding;

/** What a finding does to a run. */
public enum Severity {
  /** Stops it, unless the operator may and does accept it by name. */
  ERROR,
  /** Is worth acting on; changes nothing. */
  WARNING,
  /** Is worth knowing; changes nothing. */
  NOTE
}
