package dev.schemasync.demo;

import com.google.common.collect.ImmutableList;
import dev.schemasync.executor.Threads;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work on several servers at once. */
final class AtOnce {
  private AtOnce() {}

  /** What is done for one item. */
  @FunctionalInterface
  interface Work<T, R> {
    R on(T item) throws SQLException;
  }

  /**
   * Does the work for all items at once and waits for all of it.
   *
   * @return the results in the order of the items
   * @throws SQLException what the first item that failed threw
   */
  static <T, R> ImmutableList<R> map(List<T> items, Work<T, R> work) throws SQLException {
    try (ExecutorService threads = Threads.perTask()) {
      List<Future<R>> futures =
          items.stream().map(item -> threads.submit(() -> work.on(item))).toList();
      ImmutableList.Builder<R> results = ImmutableList.builder();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results.build();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted", e);
    }
  }

  private static SQLException unwrapped(ExecutionException e) {
    return switch (e.getCause()) {
      case SQLException sql -> sql;
      case RuntimeException unchecked -> throw unchecked;
      case Error error -> throw error;
      case null, default -> new SQLException(e.getCause());
    };
  }
}
