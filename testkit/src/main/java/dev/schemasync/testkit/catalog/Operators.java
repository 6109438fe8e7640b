package dev.schemasync.testkit.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/** Casts and operators with the defaults that PostgreSQL gives what is not said. */
public final class Operators {
  private Operators() {}

  /** An explicit cast by a function {@code cast} of a schema. */
  public static Cast cast(TypeRef source, TypeRef target, String schema) {
    return cast(
        source,
        target,
        new Cast.Method.ByFunction(
            new Signature(QualifiedName.of(schema, "cast"), ImmutableList.of(source))));
  }

  /** An explicit cast. */
  public static Cast cast(TypeRef source, TypeRef target, Cast.Method method) {
    return new Cast(source, target, method, Cast.Context.EXPLICIT, Optional.empty());
  }

  /** An operator between values of a type, by a function {@code f} of the same schema. */
  public static Operator operator(String schema, String name, TypeRef operand) {
    return operator(schema, name, operand, Optional.empty());
  }

  /** The same with a commutator of the same schema. */
  public static Operator operator(
      String schema, String name, TypeRef operand, String commutator, boolean returned) {
    return operator(
        schema,
        name,
        operand,
        Optional.of(new Operator.Link(QualifiedName.of(schema, commutator), returned)));
  }

  private static Operator operator(
      String schema, String name, TypeRef operand, Optional<Operator.Link> commutator) {
    return new Operator(
        QualifiedName.of(schema, name),
        Optional.of(operand),
        Optional.of(operand),
        Optional.of(
            new Operator.Definition(
                QualifiedName.of(schema, "f"),
                commutator,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false)),
        Objects.OWNER,
        Optional.empty());
  }

  /** An operator that another one names and nobody made. */
  public static Operator shell(String schema, String name, TypeRef operand) {
    return new Operator(
        QualifiedName.of(schema, name),
        Optional.of(operand),
        Optional.of(operand),
        Optional.empty(),
        Objects.OWNER,
        Optional.empty());
  }
}
