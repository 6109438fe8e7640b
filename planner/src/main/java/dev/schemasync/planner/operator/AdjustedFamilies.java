package dev.schemasync.planner.operator;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.FamilyItem;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What CREATE OPERATOR CLASS makes of the parts of a class since PostgreSQL 14: each access method
 * keeps in it what it cannot be without, and gives the family the rest ({@code amadjustmembers}).
 * What an access method does that is not built in cannot be known; it is taken to leave them alone.
 */
public final class AdjustedFamilies {
  private AdjustedFamilies() {}

  /** The catalog as a server of that version would have it. */
  public static Catalog of(Catalog catalog, ServerVersion version) {
    if (!version.has(Feature.ADJUSTED_FAMILY_MEMBERS)
        || catalog.all(OperatorClass.class).allMatch(AdjustedFamilies::isAdjusted)) {
      return catalog;
    }
    List<CatalogObject> objects = new ArrayList<>();
    ImmutableSetMultimap.Builder<ObjectId, ObjectId> dependencies = ImmutableSetMultimap.builder();
    dependencies.putAll(catalog.dependencies());
    for (CatalogObject object : catalog.all()) {
      if (object instanceof OperatorClass made && !isAdjusted(made)) {
        objects.add(made.withItems(kept(made, item -> keeps(made, item))));
        for (FamilyItem item : kept(made, item -> !keeps(made, item))) {
          FamilyMember member = new FamilyMember(made.family(), made.method(), item);
          objects.add(member);
          dependencies.putAll(member.id(), catalog.references(made.id()));
        }
      } else {
        objects.add(object);
      }
    }
    return Catalog.of(objects, dependencies.build(), catalog.columnReferences());
  }

  private static boolean isAdjusted(OperatorClass made) {
    return made.items().stream().allMatch(item -> keeps(made, item));
  }

  private static ImmutableList<FamilyItem> kept(
      OperatorClass made, Predicate<FamilyItem> condition) {
    return made.items().stream().filter(condition).collect(toImmutableList());
  }

  private static boolean keeps(OperatorClass made, FamilyItem item) {
    return switch (item) {
      case FamilyItem.OfOperator operator ->
          switch (made.method().value()) {
            case "btree", "hash" -> isOfType(operator, made);
            case "gin", "gist", "spgist" -> false;
            default -> true;
          };
      case FamilyItem.OfFunction function ->
          switch (made.method().value()) {
            case "btree", "hash" -> function.number() == 1 && isOfType(function, made);
            case "gin" -> function.number() == 2 || function.number() == 3;
            case "gist" ->
                switch (function.number()) {
                  case 1, 2, 5, 6, 7 -> true;
                  default -> false;
                };
            case "spgist" -> function.number() <= 5;
            default -> true;
          };
    };
  }

  private static boolean isOfType(FamilyItem item, OperatorClass made) {
    return item.left().equals(made.type()) && item.right().equals(made.type());
  }
}
