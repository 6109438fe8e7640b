package dev.schemasync.introspect;

/** What a server is asked beside what its database holds. */
public enum Inquiry {
  /** Nothing: it is only read. */
  SOURCE,
  /** What it could be given: it is to be written. */
  DESTINATION
}
