package dev.schemasync.testkit.script;

/** What to do when a statement of a script fails. */
public enum OnError {
  /** Throw; what ran before stays done. */
  STOP,
  /** Go on with the next statement and report the failures in the end. */
  COLLECT
}
