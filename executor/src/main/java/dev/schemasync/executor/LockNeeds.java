package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many entries of a server's table of locks statements take in one transaction, at most. */
final class LockNeeds {
  /** What every transaction takes: itself, catalogs, the roles that it names. */
  private static final int TRANSACTION = 20;

  private final Set<ObjectId> locked = new HashSet<>();
  private long need = TRANSACTION;

  /** What a transaction of these statements takes. */
  static long of(List<Statement> statements) {
    LockNeeds needs = new LockNeeds();
    needs.add(statements);
    return needs.need;
  }

  /** One statement more in the transaction. */
  void add(Statement statement) {
    Footprint footprint = statement.footprint();
    need += footprint.further();
    for (ObjectId object : footprint.locked()) {
      if (locked.add(object)) {
        need++;
      }
    }
  }

  private void add(List<Statement> statements) {
    statements.forEach(this::add);
  }

  /** What the transaction takes so far. */
  long total() {
    return need;
  }

  /**
   * Cuts statements, in their order, into pieces that each keep within a budget, and a size.
   *
   * @param statements that each stand alone
   */
  static ImmutableList<ImmutableList<Statement>> pieces(
      List<Statement> statements, int size, long budget) {
    ImmutableList.Builder<ImmutableList<Statement>> pieces = ImmutableList.builder();
    List<Statement> piece = new ArrayList<>();
    LockNeeds needs = new LockNeeds();
    for (Statement statement : statements) {
      needs.add(statement);
      if (!piece.isEmpty() && (needs.need > budget || piece.size() == size)) {
        pieces.add(ImmutableList.copyOf(piece));
        piece.clear();
        needs = new LockNeeds();
        needs.add(statement);
      }
      piece.add(statement);
    }
    if (!piece.isEmpty()) {
      pieces.add(ImmutableList.copyOf(piece));
    }
    return pieces.build();
  }

  /**
   * Distributes statements over chunks that each keep within a budget, in an order in which they
   * can run and that differs from the given one as little as that allows. What belongs to one
   * object is in one chunk, and so is what waits for each other; only where that alone exceeds the
   * budget, so does its chunk.
   *
   * @param statements of a script, in its order; what they run after is among them, or done
   */
  static ImmutableList<ImmutableList<Statement>> chunks(List<Statement> statements, long budget) {
    ImmutableList.Builder<ImmutableList<Statement>> chunks = ImmutableList.builder();
    List<Statement> chunk = new ArrayList<>();
    LockNeeds needs = new LockNeeds();
    for (List<Statement> unit : new WholeObjects(statements).inOrder()) {
      needs.add(unit);
      if (!chunk.isEmpty() && needs.need > budget) {
        chunks.add(sorted(chunk));
        chunk.clear();
        needs = new LockNeeds();
        needs.add(unit);
      }
      chunk.addAll(unit);
    }
    if (!chunk.isEmpty()) {
      chunks.add(sorted(chunk));
    }
    return chunks.build();
  }

  private static ImmutableList<Statement> sorted(List<Statement> statements) {
    return ImmutableList.sortedCopyOf(
        (a, b) -> Integer.compare(a.number(), b.number()), statements);
  }
}
