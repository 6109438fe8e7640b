package dev.schemasync.model.plan;

/** Table-level lock modes, weakest first (manual, "Explicit Locking", table of conflicts). */
public enum LockMode {
  ACCESS_SHARE(0b00000001, 0b10000000),
  ROW_SHARE(0b00000010, 0b11000000),
  ROW_EXCLUSIVE(0b00000100, 0b11110000),
  SHARE_UPDATE_EXCLUSIVE(0b00001000, 0b11111000),
  SHARE(0b00010000, 0b11101100),
  SHARE_ROW_EXCLUSIVE(0b00100000, 0b11111100),
  EXCLUSIVE(0b01000000, 0b11111110),
  ACCESS_EXCLUSIVE(0b10000000, 0b11111111);

  private final int bit;

  /** The bits of the modes that it conflicts with. */
  private final int conflicts;

  LockMode(int bit, int conflicts) {
    this.bit = bit;
    this.conflicts = conflicts;
  }

  /** Whether two transactions cannot hold these modes on one table at the same time. */
  public boolean conflictsWith(LockMode other) {
    return (conflicts & other.bit) != 0;
  }
}
