package dev.schemasync.testkit.network;

/**
 * Finds, in what a client sends without encryption, the messages after which it waits for an answer
 * (manual, "Message Formats"). A message is a letter, a length and a content; the first, until the
 * session starts, have no letter.
 */
final class ClientMessages {
  private static final int LENGTH = 4;
  private static final int PROTOCOL_3 = 3;

  /** What begins a message: its letter, its length, and for one without a letter its code. */
  private final byte[] head = new byte[2 * LENGTH];

  private int known;
  private long left;
  private boolean started;

  /** How many of them begin in the next bytes. */
  int awaitingAnswers(byte[] bytes, int count) {
    int found = 0;
    int next = 0;
    while (next < count) {
      if (left > 0) {
        int skipped = (int) Math.min(left, count - next);
        left -= skipped;
        next += skipped;
        continue;
      }
      head[known++] = bytes[next++];
      if (started ? known == 1 + LENGTH : known == 2 * LENGTH) {
        found += begins() ? 1 : 0;
        known = 0;
      }
    }
    return found;
  }

  private boolean begins() {
    if (started) {
      left = (long) number(1) - LENGTH;
      return switch (head[0]) {
        // Query, Sync, FunctionCall, what a password is sent in, the ends of COPY.
        case 'Q', 'S', 'F', 'p', 'c', 'f' -> true;
        default -> false;
      };
    }
    left = (long) number(0) - 2 * LENGTH;
    started = number(LENGTH) >> Short.SIZE == PROTOCOL_3;
    return true;
  }

  private int number(int at) {
    int number = 0;
    for (int i = at; i < at + LENGTH; i++) {
      number = number << Byte.SIZE | (head[i] & 0xff);
    }
    return number;
  }
}
