package dev.schemasync.planner.textsearch;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;

/** A text search dictionary. */
public record DictionaryKind(TextSearch.Dictionary textSearch)
    implements TextSearchKind, Silent.NoLimits {
  private static final QualifiedName THESAURUS = QualifiedName.of("pg_catalog", "thesaurus");

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    List<Node> steps = TextSearchKind.super.steps(context, separated);
    return isThesaurus(textSearch)
        ? steps.stream().map(node -> node.requiring(others(context))).toList()
        : steps;
  }

  /**
   * A thesaurus asks another dictionary, which it names in its options where {@code pg_depend} does
   * not see it.
   */
  private static List<Fact> others(Context context) {
    return context
        .desired
        .catalog()
        .all(TextSearch.Dictionary.class)
        .filter(dictionary -> !isThesaurus(dictionary))
        .map(dictionary -> Fact.exists(dictionary.id()))
        .collect(toImmutableList());
  }

  private static boolean isThesaurus(TextSearch.Dictionary dictionary) {
    return dictionary.template().equals(THESAURUS);
  }
}
