package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * A cast ({@code pg_cast}), from a type to another or to itself, then with a length. It has no name
 * and no owner: whoever owns one of the types has it. The cast that a range type brings to its
 * multirange type is none of these.
 *
 * @param context where it is applied unasked
 */
public record Cast(
    TypeRef source,
    TypeRef target,
    Method method,
    Context context,
    @Alterable Optional<String> comment)
    implements CatalogObject {
  @Override
  public ObjectId.Formed id() {
    return new ObjectId.Formed(ObjectKind.CAST, new ObjectForm.Cast(source, target));
  }

  /** {@code castmethod}: what makes the one value out of the other. */
  public sealed interface Method {
    /** WITH FUNCTION; it may take a type modifier, and whether the cast was asked for. */
    record ByFunction(Signature function) implements Method {}

    /** WITHOUT FUNCTION: nothing, since the bytes are the same. */
    record Binary() implements Method {}

    /** WITH INOUT: the value is written by the one type and read by the other. */
    record ThroughText() implements Method {}
  }

  /** {@code castcontext}. */
  public enum Context {
    EXPLICIT,
    ASSIGNMENT,
    IMPLICIT
  }
}
