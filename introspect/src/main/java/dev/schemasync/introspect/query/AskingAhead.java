package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Rounds of queries of one transaction, of which the server answers the next while the last is
 * looked at. Nobody else may use the connection before this is closed.
 */
public final class AskingAhead {
  private final Queries queries;
  private final LockChunks chunks;
  private final Queue<List<Query>> rounds;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ask").factory());
  private Future<Answers> next;

  /**
   * Asks the first round.
   *
   * @param rounds never empty
   */
  public AskingAhead(Queries queries, LockChunks chunks, ImmutableList<List<Query>> rounds) {
    this.queries = queries;
    this.chunks = chunks;
    this.rounds = new ArrayDeque<>(rounds);
    this.next = ask();
  }

  private Future<Answers> ask() {
    List<Query> round = rounds.remove();
    return thread.submit(() -> queries.ask(round, chunks));
  }

  /** The answers of the next round, behind which the one after it is asked. */
  public Answers next() throws SQLException {
    Answers answers = await();
    if (!rounds.isEmpty()) {
      next = ask();
    }
    return answers;
  }

  private Answers await() throws SQLException {
    try {
      return next.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while the server was asked", e);
    }
  }

  /** Waits for what was asked; that it failed says more than what was made of the rounds before. */
  public void close() throws SQLException {
    thread.close();
    await();
  }
}
