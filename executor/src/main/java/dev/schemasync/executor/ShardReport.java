package dev.schemasync.executor;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a run did on one shard.
 *
 * @param problem what went wrong outside of any statement: connecting, committing
 * @param chunked whether pre-data was committed in chunks, because one transaction could not hold
 *     it
 * @param statements in the order of the script, each with its outcome
 */
public record ShardReport(
    Shard shard,
    ShardResult result,
    Optional<ServerError> problem,
    boolean chunked,
    ImmutableList<StatementReport> statements) {

  /** Whether every statement is done and committed. */
  public boolean succeeded() {
    return problem.isEmpty()
        && switch (result) {
          case ShardResult.Committed _, ShardResult.Piecemeal _ -> true;
          case ShardResult.Unchanged _ -> statements.isEmpty();
          case ShardResult.InDoubt _ -> false;
        }
        && statements.stream().allMatch(s -> s.outcome() instanceof StatementOutcome.Done);
  }

  /** The statements that the server refused, or that were lost with it. */
  public ImmutableList<StatementReport> failures() {
    return statements.stream()
        .filter(s -> s.outcome() instanceof StatementOutcome.Failed)
        .collect(toImmutableList());
  }

  /** Whether the server could not be reached or went away. */
  public boolean connectionLost() {
    return problem.stream().anyMatch(ServerError::connectionLost)
        || statements.stream()
            .anyMatch(
                s ->
                    s.outcome() instanceof StatementOutcome.Failed(ServerError error)
                        && error.connectionLost());
  }
}
