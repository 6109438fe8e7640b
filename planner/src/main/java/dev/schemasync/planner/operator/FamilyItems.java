package dev.schemasync.planner.operator;

import dev.schemasync.model.catalog.FamilyItem;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Surrounding;
import java.util.stream.Stream;

/** What all that is told to an access method has in common. */
final class FamilyItems {
  private FamilyItems() {}

  /** A wrong one can crash the server. */
  static Stream<Surrounding> surroundings(Identifier method) {
    return Stream.of(
        new Surrounding.AccessMethod(method),
        new Surrounding.Superuser("taken at its word by an access method"));
  }

  static Stream<Feature> features(Identifier method, FamilyItem item) {
    return switch (item) {
      case FamilyItem.OfOperator operator -> Stream.empty();
      case FamilyItem.OfFunction function -> features(method, function.number());
    };
  }

  private static Stream<Feature> features(Identifier method, int function) {
    return switch (method.value()) {
      case "btree" -> Features.when(function == 6, Feature.BTREE_SKIP_SUPPORT);
      case "gist" ->
          Stream.concat(
              Features.when(function == 11, Feature.GIST_SORT_SUPPORT),
              Features.when(function == 12, Feature.GIST_COMPARISON_TYPES));
      default -> Stream.empty();
    };
  }
}
