package dev.schemasync.planner.type;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.DefaultNames;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.catalog.Type.RangeType;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Range types with what servers of a version bring: multirange types only from 14 on. */
public final class RangeForms {
  private RangeForms() {}

  /** The catalog as a server of a version has it. */
  public static Catalog on(Catalog catalog, ServerVersion version) {
    ImmutableList<RangeType> ranges =
        catalog.all(RangeType.class).map(r -> form(r, version)).collect(toImmutableList());
    if (ranges.isEmpty()) {
      return catalog;
    }
    Map<ObjectId, CatalogObject> objects = new LinkedHashMap<>(catalog.objects());
    catalog.all(RangePart.class).forEach(part -> objects.remove(part.id()));
    for (RangeType range : ranges) {
      objects.put(range.id(), range);
      for (RangePart made : range.parts()) {
        objects.put(
            made.id(),
            catalog
                .find(made.id(), RangePart.class)
                .map(part -> form(part, range, version))
                .orElse(made));
      }
    }
    return Catalog.of(objects.values(), catalog.dependencies(), catalog.columnReferences());
  }

  private static RangeType form(RangeType range, ServerVersion version) {
    return range.withMultirange(
        version.has(Feature.MULTIRANGES)
            ? range.multirange().or(() -> Optional.of(usual(range.name())))
            : Optional.empty());
  }

  private static QualifiedName usual(QualifiedName range) {
    return new QualifiedName(range.schema(), DefaultNames.multirange(range.name()));
  }

  private static RangePart form(RangePart part, RangeType range, ServerVersion version) {
    return part instanceof RangePart.Multirange type && version.has(Feature.FOLLOWING_MULTIRANGES)
        ? new RangePart.Multirange(
            type.name(), type.range(), range.owner(), Privileges.DEFAULT, type.comment())
        : part;
  }
}
