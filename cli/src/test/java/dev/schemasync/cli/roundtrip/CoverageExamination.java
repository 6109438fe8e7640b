package dev.schemasync.cli.roundtrip;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import dev.schemasync.testkit.coverage.CoverageRow;
import dev.schemasync.testkit.server.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Finds out which rows of the table do not arrive on a shard. Those that should are copied
 * together, as many as do not collide; where that fails, halves of them are, until the row is
 * found.
 */
final class CoverageExamination {
  private static final int THREADS = 2;

  private final PostgresServer server;
  private final NavigableMap<String, String> failing = new ConcurrentSkipListMap<>();
  private final NavigableSet<String> idle = new ConcurrentSkipListSet<>();

  private CoverageExamination(PostgresServer server) {
    this.server = server;
  }

  /**
   * What became of the rows; all others arrived.
   *
   * @param failing those that do not arrive or do not run, with the reason
   * @param idle those whose examples change nothing in a database
   */
  record Result(ImmutableSortedMap<String, String> failing, ImmutableSortedSet<String> idle) {}

  /**
   * Examines rows.
   *
   * @param arriving those that should arrive
   * @param excepted those that should not: copied together, one would hide the other
   */
  static Result of(PostgresServer server, List<CoverageRow> arriving, List<CoverageRow> excepted)
      throws Exception {
    CoverageExamination examination = new CoverageExamination(server);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (CoverageBatch batch : examination.packed(arriving)) {
      tasks.add(() -> examination.examine(batch));
    }
    if (!excepted.isEmpty()) {
      for (List<CoverageRow> part :
          Lists.partition(excepted, (excepted.size() + THREADS - 1) / THREADS)) {
        tasks.add(() -> examination.eachAlone(part));
      }
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
    return new Result(
        ImmutableSortedMap.copyOf(examination.failing),
        ImmutableSortedSet.copyOf(examination.idle));
  }

  /** As few batches as are easily found; none is empty. */
  private ImmutableList<CoverageBatch> packed(List<CoverageRow> rows) throws SQLException {
    List<CoverageBatch> batches = new ArrayList<>();
    for (CoverageRow row : rows) {
      boolean pending = true;
      for (int i = 0; pending && i < batches.size(); i++) {
        pending = rejection(batches.get(i), row).isPresent();
      }
      if (pending) {
        CoverageBatch batch = CoverageBatch.on(server);
        rejection(batch, row).ifPresent(reason -> failing.put(row.id(), "does not run: " + reason));
        if (batch.rows().isEmpty()) {
          batch.close();
        } else {
          batches.add(batch);
        }
      }
    }
    return ImmutableList.copyOf(batches);
  }

  private Optional<String> rejection(CoverageBatch batch, CoverageRow row) throws SQLException {
    return switch (batch.add(row)) {
      case CoverageBatch.Admission.Admitted _ -> Optional.empty();
      case CoverageBatch.Admission.ChangesNothing _ -> {
        idle.add(row.id());
        yield Optional.empty();
      }
      case CoverageBatch.Admission.Rejected(var reason) -> Optional.of(reason);
    };
  }

  private Void examine(CoverageBatch batch) throws Exception {
    ImmutableList<CoverageRow> rows = batch.rows();
    ImmutableList<String> problems;
    try (batch) {
      problems = batch.problems();
    }
    if (problems.isEmpty()) {
      return null;
    }
    if (rows.size() == 1) {
      failing.put(rows.getFirst().id(), String.join("\n  ", problems));
      return null;
    }
    int before = failing.size();
    for (List<CoverageRow> half : Lists.partition(rows, (rows.size() + 1) / 2)) {
      for (CoverageBatch part : packed(half)) {
        examine(part);
      }
    }
    if (failing.size() == before) {
      failing.put(
          rows.stream().map(CoverageRow::id).collect(Collectors.joining(" with ")),
          String.join("\n  ", problems));
    }
    return null;
  }

  private Void eachAlone(List<CoverageRow> rows) throws Exception {
    try (CoverageBatch empty = CoverageBatch.on(server)) {
      for (CoverageRow row : rows) {
        Optional<String> refusal = empty.refusal(row);
        if (refusal.isPresent()) {
          failing.put(row.id(), refusal.get());
        } else {
          for (CoverageBatch batch : packed(List.of(row))) {
            examine(batch);
          }
        }
      }
    }
    return null;
  }
}
