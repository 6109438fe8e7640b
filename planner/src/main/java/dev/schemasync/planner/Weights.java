package dev.schemasync.planner;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.plan.Step;
import java.util.Map;

/** How much a step has to read, so that the largest can start first. */
final class Weights {
  private Weights() {}

  /** The size in bytes of the relation that the step scans, or 0. */
  static long of(Step step, Map<ObjectId, Long> sizes) {
    return switch (step) {
      case Step.CreateIndex(var index, var concurrently) -> size(index.relation(), sizes);
      case Step.AddKey(var key) -> size(ObjectId.table(key.table()), sizes);
      case Step.AddCheck(var check) ->
          check.validated() ? size(ObjectId.table(check.table()), sizes) : 0;
      case Step.AddForeignKey(var key, var notValid) ->
          notValid ? 0 : size(ObjectId.table(key.table()), sizes);
      case Step.ValidateConstraint(var of, var name) -> size(of, sizes);
      case Step.AddNotNull(var table, var column, var notNull) ->
          notNull.validated() ? size(ObjectId.table(table), sizes) : 0;
      case Step.RefreshMaterializedView s -> size(step.object(), sizes);
      case Step other -> 0;
    };
  }

  /** At least one byte: a relation that is thought to be empty is read all the same. */
  private static long size(ObjectId relation, Map<ObjectId, Long> sizes) {
    return Math.max(1, sizes.getOrDefault(relation, 1L));
  }
}
