package dev.schemasync.cli.config;

import java.time.Duration;

/**
 * {@code [tcp]}: how each end of a connection finds out that the other has vanished without a word.
 *
 * @param enabled {@code keepalive}
 * @param time {@code time}: how long a connection may be silent before it is probed
 * @param interval {@code interval}: between two probes
 * @param retries {@code retries}: probes without an answer after which it is given up
 */
public record KeepAlive(boolean enabled, Duration time, Duration interval, int retries) {

  /** Two minutes in all: systems wait two hours by themselves. */
  static final KeepAlive DEFAULT =
      new KeepAlive(true, Duration.ofSeconds(60), Duration.ofSeconds(10), 6);

  /** What TCP can count to. */
  private static final int MOST_SECONDS = 32_767;

  private static final int MOST_RETRIES = 127;

  static KeepAlive read(TableView tcp) {
    return new KeepAlive(
        tcp.value("keepalive", Boolean.class).orElse(DEFAULT.enabled()),
        tcp.milliseconds("time").orElse(DEFAULT.time()),
        tcp.milliseconds("interval").orElse(DEFAULT.interval()),
        tcp.number("retries")
            .map(retries -> Math.clamp(retries, 1, MOST_RETRIES))
            .orElse(DEFAULT.retries()));
  }

  /** {@link #time} as sockets take it. */
  int timeSeconds() {
    return seconds(time);
  }

  /** {@link #interval} as sockets take it. */
  int intervalSeconds() {
    return seconds(interval);
  }

  /** How long what was sent may go unacknowledged: as long as a silent connection is kept. */
  Duration patience() {
    return Duration.ofSeconds(timeSeconds() + (long) retries * intervalSeconds());
  }

  private static int seconds(Duration duration) {
    long whole = duration.plusMillis(999).toSeconds();
    return Math.clamp(whole, 1, MOST_SECONDS);
  }
}
