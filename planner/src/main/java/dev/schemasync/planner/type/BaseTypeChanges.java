package dev.schemasync.planner.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Type.BaseType;
import dev.schemasync.model.catalog.Type.Support;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.order.Node;
import java.util.Optional;
import java.util.stream.Collectors;

/** What ALTER TYPE can change of a base type that is on the shard. */
final class BaseTypeChanges {
  private BaseTypeChanges() {}

  static ImmutableList<Node> steps(BaseType wanted, BaseType present, Context context) {
    ImmutableSortedMap<Support, Optional<QualifiedName>> functions = functions(wanted, present);
    Optional<Column.Storage> storage =
        Optional.of(wanted.storage())
            .filter(s -> s != present.storage() && s != Column.Storage.PLAIN);
    return functions.isEmpty() && storage.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            Node.after(
                    wanted.id(),
                    new Step.SetTypeProperties(wanted.name(), functions, storage),
                    Stage.PRE_DATA)
                .requiring(context.references(wanted.id())));
  }

  /** Those that are to be others, or none. */
  private static ImmutableSortedMap<Support, Optional<QualifiedName>> functions(
      BaseType wanted, BaseType present) {
    ImmutableSortedMap.Builder<Support, Optional<QualifiedName>> functions =
        ImmutableSortedMap.naturalOrder();
    for (Support support : Support.values()) {
      Optional<QualifiedName> then = Optional.ofNullable(wanted.functions().get(support));
      if (!then.equals(Optional.ofNullable(present.functions().get(support)))) {
        functions.put(support, then);
      }
    }
    return functions.buildOrThrow();
  }

  /** What somebody gave the type on the shard, and it loses. */
  static ImmutableList<Finding> notices(BaseType wanted, BaseType present) {
    String lost =
        functions(wanted, present).keySet().stream()
            .filter(present.functions()::containsKey)
            .map(support -> support + " = " + present.functions().get(support))
            .collect(Collectors.joining(", "));
    return lost.isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            Finding.of(
                FindingCode.STATE_CHANGES,
                wanted.id(),
                "The "
                    + wanted.id()
                    + " has "
                    + lost
                    + " on the shard; after "
                    + Stage.PRE_DATA.label()
                    + " it has what it has on the source.",
                "Nothing needs to be done if the source is right; if not, change it there first."));
  }
}
