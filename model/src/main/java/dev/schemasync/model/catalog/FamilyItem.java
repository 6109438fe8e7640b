package dev.schemasync.model.catalog;

import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/** What an access method finds in an operator family under a number and two types. */
public sealed interface FamilyItem {
  /** The number, which means something to the access method. */
  int number();

  /** The type on the left. */
  TypeRef left();

  /** The type on the right. */
  TypeRef right();

  /**
   * An operator between the two types ({@code pg_amop}).
   *
   * @param number the strategy
   * @param sortFamily of B-trees, by which it sorts, for one that is FOR ORDER BY
   */
  record OfOperator(
      int number,
      TypeRef left,
      TypeRef right,
      QualifiedName operator,
      Optional<QualifiedName> sortFamily)
      implements FamilyItem {}

  /**
   * A support function ({@code pg_amproc}).
   *
   * @param left whose values it supports, whatever it takes itself
   */
  record OfFunction(int number, TypeRef left, TypeRef right, Signature function)
      implements FamilyItem {}
}
