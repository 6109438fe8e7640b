package dev.schemasync.cli.sync;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.cli.ExitStatus;
import dev.schemasync.executor.ConnectionFactory;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.introspect.LockedException;
import dev.schemasync.introspect.ReadEvent;
import dev.schemasync.introspect.ReadObserver;
import dev.schemasync.introspect.SchemaChangedException;
import dev.schemasync.introspect.UnsupportedServerException;
import dev.schemasync.model.server.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads servers, all at the same time, and says in one message what keeps it from doing so.
 *
 * @param remarks is told what a reading waits for
 */
record SnapshotReader(Consumer<String> remarks) {
  /** A server to read. */
  record Source(String label, ConnectionFactory connections) {}

  /** The snapshots in the order of the sources. */
  ImmutableList<Snapshot> readAll(List<Source> sources) throws RunException {
    return all(
        sources.stream()
            .map(source -> (Callable<Snapshot>) () -> read(source))
            .collect(toImmutableList()));
  }

  /** What several readings come to, all made at the same time. */
  static <T> ImmutableList<T> all(List<Callable<T>> readings) throws RunException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> reading = readings.stream().map(threads::submit).toList();
      ImmutableList.Builder<T> answers = ImmutableList.builder();
      for (Future<T> one : reading) {
        answers.add(await(one));
      }
      return answers.build();
    }
  }

  private static <T> T await(Future<T> reading) throws RunException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RunException failed) {
        throw failed;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException(ExitStatus.FAILED, "interrupted; nothing was changed", e);
    }
  }

  private Snapshot read(Source source) throws RunException {
    try (Connection connection = source.connections().open()) {
      return read(source, connection);
    } catch (SQLException e) {
      throw ServerProblem.of(source.label(), e);
    }
  }

  /** What a server holds that has taken a connection. */
  Snapshot read(Source source, Connection connection) throws RunException {
    try {
      return Introspector.read(connection, new Remarks(source, remarks));
    } catch (UnsupportedServerException e) {
      throw new RunException(ExitStatus.USAGE, source.label() + ": " + e.getMessage(), e);
    } catch (SchemaChangedException | LockedException e) {
      throw new RunException(ExitStatus.FAILED, source.label() + ": " + e.getMessage(), e);
    } catch (SQLException e) {
      throw ServerProblem.of(source.label(), e);
    }
  }

  /** Prints why the reading of a server takes long. */
  private record Remarks(Source source, Consumer<String> remarks) implements ReadObserver {
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
      remarks.accept("%s: %s".formatted(source.label(), event));
    }
  }
}
