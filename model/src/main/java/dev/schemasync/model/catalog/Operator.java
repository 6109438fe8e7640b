package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * An operator ({@code pg_operator}).
 *
 * @param left missing for a prefix operator
 * @param right missing for a postfix operator, which PostgreSQL 13 is the last to have
 * @param definition missing for a shell: an operator that another one names as its commutator or
 *     negator, or named, and that was never made. It comes with the one that names it
 */
public record Operator(
    QualifiedName name,
    Optional<TypeRef> left,
    Optional<TypeRef> right,
    @Alterable @Limited(Limited.To.CHOICE) Optional<Definition> definition,
    @Alterable Identifier owner,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.Formed id() {
    return ObjectId.operator(name, left, right);
  }

  /** The same with another definition. */
  public Operator withDefinition(Definition other) {
    return new Operator(name, left, right, Optional.of(other), owner, comment);
  }

  /** The operator that is its commutator, if it has one: its operands are swapped. */
  public Optional<ObjectId.Formed> commutator() {
    return definition
        .flatMap(Definition::commutator)
        .map(link -> ObjectId.operator(link.operator(), /* left= */ right, /* right= */ left));
  }

  /** The operator that is its negator, if it has one. */
  public Optional<ObjectId.Formed> negator() {
    return definition
        .flatMap(Definition::negator)
        .map(link -> ObjectId.operator(link.operator(), left, right));
  }

  /**
   * What it does, and what the planner of queries may take for true of it.
   *
   * @param function of as many arguments as there are operands, of the same types
   * @param restrict estimates how many rows it selects
   * @param join estimates how many pairs of rows it selects
   * @param hashes whether equal operands have equal hashes
   * @param merges whether both sides can be sorted so that equal ones meet
   */
  public record Definition(
      QualifiedName function,
      Optional<Link> commutator,
      Optional<Link> negator,
      Optional<QualifiedName> restrict,
      Optional<QualifiedName> join,
      boolean hashes,
      boolean merges) {}

  /**
   * Another operator, or the same.
   *
   * @param returned whether that one names this one in turn, as the server sees to unless it names
   *     another one already, or is made later without a word of this one
   */
  public record Link(QualifiedName operator, boolean returned) {}
}
