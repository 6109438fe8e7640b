package dev.schemasync.planner;

import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.Stage;

/** When objects are made: as their kind says, but for what replication or the data needs before. */
final class Stages {
  private Stages() {}

  static Stage of(CatalogObject object, Context context) {
    return switch (object) {
      case Constraint.PrimaryKey key -> Stage.PRE_DATA;
      case Constraint.Unique key -> early(context.isEarlyKey(key.id()) || context.joins(key));
      case Constraint.Check check -> Inheritance.stage(check, context);
      case Index index -> early(context.isEarlyKey(index.id()) || context.joins(index));
      case CatalogObject other -> other.id().kind().stage();
    };
  }

  private static Stage early(boolean condition) {
    return condition ? Stage.PRE_DATA : Stage.POST_DATA;
  }
}
