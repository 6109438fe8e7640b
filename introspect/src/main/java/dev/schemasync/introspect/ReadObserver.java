package dev.schemasync.introspect;

import java.sql.Connection;
import java.util.Optional;

/** Who is told how a reading goes on, and why it takes long. */
public interface ReadObserver {
  /** Nobody: a reading waits in silence. */
  ReadObserver NOBODY =
      new ReadObserver() {
        @Override
        public Optional<Connection> look() {
          return Optional.empty();
        }

        @Override
        public void on(ReadEvent event) {}
      };

  /**
   * Opens another connection to the same server, to see from there what the reading waits for. It
   * is closed at once.
   *
   * @return empty when there is none; it is asked for again later
   */
  Optional<Connection> look();

  /** Called by one thread at a time. */
  void on(ReadEvent event);

  /**
   * Something that was asked has been made use of, and the answer is no longer held. Called by the
   * thread that reads, perhaps while another tells of an event.
   */
  default void onProgress() {}
}
