package dev.schemasync.model.plan;

import dev.schemasync.model.name.Identifier;

/** A role, beside the connected one, whose privileges a server checks when a step runs. */
public record CheckedRole(Identifier role, Reason reason) {
  /** Why it is asked. */
  public enum Reason {
    /** It is to own the object, so it must be allowed to have it where it is. */
    BECOMES_OWNER,
    /** It owns an object, in whose name the server reads or computes. */
    IS_OWNER
  }
}
