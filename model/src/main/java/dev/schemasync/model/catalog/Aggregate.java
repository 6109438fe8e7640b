package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * An aggregate function ({@code pg_aggregate}).
 *
 * @param directArguments how many of the arguments stand before ORDER BY, for ordered-set kinds
 * @param state how a group is aggregated
 * @param moving how a window frame is, if there is a separate way
 * @param combine merges two states, for partial aggregation
 * @param sortOperator the operator whose order gives the result from an index, for min and max
 */
public record Aggregate(
    QualifiedName name,
    AggregateKind aggregateKind,
    ImmutableList<Argument> arguments,
    int directArguments,
    Transition state,
    Optional<QualifiedName> combine,
    Optional<QualifiedName> serialize,
    Optional<QualifiedName> deserialize,
    Optional<MovingTransition> moving,
    Optional<QualifiedName> sortOperator,
    Parallel parallel,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Routine {
  @Override
  public ObjectId.Routine id() {
    return Routine.idOf(ObjectKind.AGGREGATE, name, arguments);
  }

  /** {@code aggkind}. */
  public enum AggregateKind {
    NORMAL,
    ORDERED_SET,
    HYPOTHETICAL
  }

  /**
   * A state and the functions on it.
   *
   * @param space average size of the state in bytes, if given
   */
  public record Transition(
      QualifiedName function,
      TypeRef type,
      Optional<Integer> space,
      Optional<FinalFunction> finalFunction,
      Optional<String> initialValue) {}

  /** The state of moving-aggregate mode: {@code inverse} takes a row out again. */
  public record MovingTransition(Transition transition, QualifiedName inverse) {}

  /**
   * What turns the state into the result.
   *
   * @param extra whether it gets dummy arguments of the aggregate's types
   * @param modify whether it changes the state, if that is not the kind's default
   */
  public record FinalFunction(QualifiedName name, boolean extra, Optional<Modify> modify) {}

  /** {@code aggfinalmodify}. */
  public enum Modify {
    READ_ONLY,
    SHAREABLE,
    READ_WRITE
  }
}
