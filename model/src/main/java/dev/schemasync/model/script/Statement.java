package dev.schemasync.model.script;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.CheckedRole;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.plan.Lock;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param number its position in the script, from 0
 * @param frame what the session is set to while it runs
 * @param object what it makes or changes, for reports
 * @param summary what it does in a few words, such as {@code create index app.orders_idx}
 * @param after positions of the statements that must be done first
 * @param locks the strongest lock on each relation that others could want
 * @param footprint what it takes of the server's table of locks
 * @param checkedRoles whose privileges the server checks beside those of the connected role
 * @param transactional whether it can run inside a transaction block
 * @param weight an estimate of its work in bytes to read; 0 where it reads no rows
 * @param crossCheck what a parser that we did not write said of it
 */
public record Statement(
    int number,
    Sql sql,
    Optional<Frame> frame,
    ObjectId object,
    String summary,
    Stage stage,
    ImmutableSortedSet<Integer> after,
    ImmutableSortedSet<Lock> locks,
    Footprint footprint,
    ImmutableList<CheckedRole> checkedRoles,
    boolean transactional,
    long weight,
    CrossCheck crossCheck) {
  /**
   * What runs right before and right after a statement, in one transaction with it.
   *
   * @param opening sets something of the session
   * @param closing sets it back
   */
  public record Frame(Sql opening, Sql closing) {}

  /** All that a session has to run for it, in order. */
  public ImmutableList<Sql> framed() {
    return frame
        .map(around -> ImmutableList.of(around.opening(), sql, around.closing()))
        .orElseGet(() -> ImmutableList.of(sql));
  }

  /** The outcome of reading a statement back with JSqlParser. */
  public enum CrossCheck {
    /** It parsed, and the result agrees with the step. */
    CONFIRMED,
    /** Its grammar does not cover this kind of statement. */
    NOT_COVERED,
    /** It rejected the text; it does reject valid PostgreSQL, so this alone proves nothing. */
    NOT_PARSED
  }
}
