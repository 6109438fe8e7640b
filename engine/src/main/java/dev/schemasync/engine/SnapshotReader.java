package dev.schemasync.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Interner;
import dev.schemasync.executor.ConnectionFactory;
import dev.schemasync.executor.Threads;
import dev.schemasync.introspect.Inquiry;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.introspect.LockedException;
import dev.schemasync.introspect.ReadEvent;
import dev.schemasync.introspect.ReadObserver;
import dev.schemasync.introspect.SchemaChangedException;
import dev.schemasync.introspect.UnsupportedServerException;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.server.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Reads servers, all at the same time, and says in one message what keeps it from doing so.
 *
 * @param listener is told what a reading waits for
 * @param catalogs those that were read: equal ones are kept in memory once
 */
record SnapshotReader(SyncListener listener, Interner<Catalog> catalogs) {
  /** A server to read. */
  record Source(String label, Inquiry inquiry, ConnectionFactory connections) {}

  /** The snapshots in the order of the sources. */
  ImmutableList<Snapshot> readAll(List<Source> sources) throws SyncException {
    return all(
        sources.stream()
            .map(source -> (Callable<Snapshot>) () -> read(source))
            .collect(toImmutableList()));
  }

  /** What several readings come to, all made at the same time. */
  static <T> ImmutableList<T> all(List<Callable<T>> readings) throws SyncException {
    try (ExecutorService threads = Threads.perTask()) {
      List<Future<T>> reading = readings.stream().map(threads::submit).toList();
      ImmutableList.Builder<T> answers = ImmutableList.builder();
      for (Future<T> one : reading) {
        answers.add(await(one));
      }
      return answers.build();
    }
  }

  /** What a reading comes to, or why it failed. */
  static <T> T await(Future<T> reading) throws SyncException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SyncException failed) {
        throw failed;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SyncException(Problem.Kind.FAILED, "interrupted; nothing was changed", e);
    }
  }

  private Snapshot read(Source source) throws SyncException {
    try (Connection connection = source.connections().open()) {
      return read(source, connection);
    } catch (SQLException e) {
      throw ServerProblem.of(source.label(), e);
    }
  }

  /** What a server holds that has taken a connection. */
  Snapshot read(Source source, Connection connection) throws SyncException {
    try {
      Snapshot read =
          Introspector.read(connection, source.inquiry(), new Remarks(source, listener));
      return new Snapshot(
          read.server(),
          catalogs.intern(read.catalog()),
          read.sequenceValues(),
          read.hiddenSequences(),
          read.populated(),
          read.relationSizes(),
          read.underConstruction(),
          read.largeObjects());
    } catch (UnsupportedServerException e) {
      throw new SyncException(Problem.Kind.UNUSABLE, source.label() + ": " + e.getMessage(), e);
    } catch (SchemaChangedException | LockedException e) {
      throw new SyncException(Problem.Kind.FAILED, source.label() + ": " + e.getMessage(), e);
    } catch (SQLException e) {
      throw ServerProblem.of(source.label(), e);
    }
  }

  /** Tells how the reading of a server goes on, and why it takes long. */
  private record Remarks(Source source, SyncListener listener) implements ReadObserver {
    @Override
    public Optional<Connection> look() {
      try {
        return Optional.of(source.connections().open());
      } catch (SQLException e) {
        // The reading has a connection; if the server is gone it says so itself.
        return Optional.empty();
      }
    }

    @Override
    public void on(ReadEvent event) {
      listener.on(new SyncEvent.Waiting(source.label(), event));
    }

    @Override
    public void onProgress() {
      listener.on(new SyncEvent.Reading(source.label()));
    }
  }
}
