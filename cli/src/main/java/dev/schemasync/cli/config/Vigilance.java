package dev.schemasync.cli.config;

import java.util.Optional;

/**
 * How a server is told to watch whether this program is still there, so that it rolls back and
 * gives up locks when it is not. Not every server can do everything; the first that it takes is
 * used.
 */
public enum Vigilance {
  /** Also while it works on a statement; PostgreSQL 14 or newer, and not on every system. */
  AT_WORK,
  /** When it waits for this program, or sends to it. */
  IDLE,
  /** Whatever the server does by itself: a pooler that stands before it takes no settings. */
  NONE;

  /** What to try next with a server that does not take this. */
  public Optional<Vigilance> lower() {
    return switch (this) {
      case AT_WORK -> Optional.of(IDLE);
      case IDLE -> Optional.of(NONE);
      case NONE -> Optional.empty();
    };
  }
}
