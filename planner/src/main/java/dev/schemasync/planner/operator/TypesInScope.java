package dev.schemasync.planner.operator;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.planner.kind.Scoped;

/** Whether that is in scope whose values casts and operators are about. */
final class TypesInScope {
  private TypesInScope() {}

  /** Whether all types of users that an object refers to are in scope. */
  static boolean hasAll(ObjectId object, Scoped scope) {
    return types(object, scope).stream().allMatch(scope::contains);
  }

  /** Whether it refers to any. */
  static boolean hasSome(ObjectId object, Scoped scope) {
    return !types(object, scope).isEmpty();
  }

  private static ImmutableList<ObjectId> types(ObjectId object, Scoped scope) {
    return scope.references(object).stream()
        .filter(reference -> reference.kind().isType())
        .collect(ImmutableList.toImmutableList());
  }
}
