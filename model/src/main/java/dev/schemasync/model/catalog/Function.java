package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * A function, window functions included.
 *
 * @param cost {@code procost}, in units of {@code cpu_operator_cost}, if it is not the language's
 *     default
 * @param rows {@code prorows}, if the function returns a set and it is not the default 1000
 * @param support the planner support function
 * @param transforms types for which a transform is used
 * @param settings in their order
 */
public record Function(
    QualifiedName name,
    ImmutableList<Argument> arguments,
    Result result,
    Identifier language,
    Body body,
    boolean window,
    Volatility volatility,
    boolean strict,
    boolean leakproof,
    boolean securityDefiner,
    Parallel parallel,
    Optional<Double> cost,
    Optional<Double> rows,
    Optional<QualifiedName> support,
    ImmutableList<TypeRef> transforms,
    ImmutableList<Setting> settings,
    @Alterable Identifier owner,
    @Alterable Privileges privileges,
    @Alterable Optional<String> comment)
    implements Routine {
  @Override
  public ObjectId.Routine id() {
    return Routine.idOf(ObjectKind.FUNCTION, name, arguments);
  }

  /** {@code provolatile}. */
  public enum Volatility {
    IMMUTABLE,
    STABLE,
    VOLATILE
  }

  /** What a function returns. */
  public sealed interface Result {
    /** What its output arguments say. */
    record OfOutputs(boolean setOf) implements Result {}

    /** A type. */
    record OfType(TypeRef type, boolean setOf) implements Result {}

    /** RETURNS TABLE. */
    record OfTable(ImmutableList<ResultColumn> columns) implements Result {}
  }

  /** A column of RETURNS TABLE. */
  public record ResultColumn(Identifier name, TypeRef type) {}
}
