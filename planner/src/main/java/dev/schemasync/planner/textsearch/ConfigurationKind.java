package dev.schemasync.planner.textsearch;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.order.Node;
import java.util.List;

/** A text search configuration, with what it does with each type of tokens. */
public record ConfigurationKind(TextSearch.Configuration textSearch) implements TextSearchKind {
  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    ImmutableSet<Identifier> mapped =
        context.present(textSearch.id(), TextSearch.Configuration.class).stream()
            .flatMap(there -> there.mappings().stream())
            .map(TextSearch.Mapping::name)
            .collect(toImmutableSet());
    return ImmutableList.<Node>builder()
        .addAll(TextSearchKind.super.steps(context, separated))
        .addAll(
            textSearch.mappings().stream()
                .filter(mapping -> !mapped.contains(mapping.name()))
                .map(mapping -> add(mapping, context))
                .collect(toImmutableList()))
        .build();
  }

  private Node add(TextSearch.Mapping mapping, Context context) {
    return Node.after(
            textSearch.id(),
            new Step.AddTextSearchMapping(textSearch.name(), mapping),
            textSearch.id().kind().stage())
        .requiring(context.references(textSearch.id()));
  }

  /** Types of tokens can be added; those that are mapped must be as they should be. */
  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    return textSearch.mappings().containsAll(((TextSearch.Configuration) now).mappings());
  }
}
