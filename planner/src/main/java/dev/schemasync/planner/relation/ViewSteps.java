package dev.schemasync.planner.relation;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a view. Where its query needs what needs the view, such as a function over its row
 * type, one of the same columns holds its place until all is there; replacing it keeps what hangs
 * on it.
 */
public final class ViewSteps {
  private ViewSteps() {}

  static List<Node> of(View view, Context context, ImmutableSet<ObjectId> separated) {
    Optional<View> present = context.present(view.id(), View.class);
    return ImmutableList.<Node>builder()
        .addAll(query(view, present, context, separated))
        .addAll(defaults(view, present, context))
        .build();
  }

  private static List<Node> query(
      View view, Optional<View> present, Context context, ImmutableSet<ObjectId> separated) {
    if (present.isPresent()) {
      return holdsPlace(present.get(), view)
          ? ImmutableList.of(complete(view, context))
          : ImmutableList.of();
    }
    return separated.contains(query(view.id()))
        ? ImmutableList.of(holdPlace(view, context), complete(view, context))
        : ImmutableList.of(
            Node.of(
                    new Step.CreateView(view, false),
                    Stage.PRE_DATA,
                    Requirements.of(view.id(), context))
                .providing(Fact.exists(query(view.id()))));
  }

  /** Those of columns are set apart: neither making nor replacing a view says anything of them. */
  private static List<Node> defaults(View view, Optional<View> present, Context context) {
    View wanted = context.texts.canonical(view);
    Optional<View> now = present.map(context.texts::canonical);
    return view.columns().stream()
        .filter(
            column ->
                !wanted
                    .defaultOf(column.name())
                    .equals(now.flatMap(there -> there.defaultOf(column.name()))))
        .map(column -> setDefault(view, column, context))
        .toList();
  }

  private static Node setDefault(View view, View.OutputColumn column, Context context) {
    return column
        .defaultValue()
        .map(
            expression ->
                Node.of(
                    new Step.SetDefault(view.id(), column.name(), expression),
                    Stage.PRE_DATA,
                    Requirements.of(ObjectId.columnDefault(view.id(), column.name()), context)))
        .orElseGet(
            () ->
                Node.after(
                    view.id(), new Step.DropDefault(view.id(), column.name()), Stage.PRE_DATA));
  }

  /** Its owner is changed after that: it takes the owner's privileges to replace one. */
  private static Node complete(View view, Context context) {
    return new Node(
        new Step.CreateView(view, true),
        Stage.PRE_DATA,
        Node.Pass.OBJECTS,
        ImmutableSet.of(Fact.exists(query(view.id()))),
        ImmutableSet.<Fact>builder()
            .add(Fact.exists(view.id()))
            .addAll(Requirements.of(view.id(), context))
            .build());
  }

  private static Node holdPlace(View view, Context context) {
    ImmutableSet<Fact> ofQuery = ofQuery(view, context).collect(toImmutableSet());
    return Node.of(
        new Step.HoldPlaceOfView(view.name(), view.columns()),
        Stage.PRE_DATA,
        Requirements.of(view.id(), context).stream()
            .filter(fact -> !ofQuery.contains(fact))
            .collect(toImmutableSet()));
  }

  /** Whether a view is there only so that another one can take its place. */
  static boolean holdsPlace(View present, View wanted) {
    return present.holdsPlace() && !wanted.holdsPlace();
  }

  /** The query of a view, as a part of it that can come later. */
  public static ObjectId.Part query(ObjectId view) {
    return ObjectId.rule(view, View.RULE);
  }

  /** What a view refers to in its query, and not as the type or the collation of a column. */
  public static Stream<Fact> ofQuery(View view, Context context) {
    ImmutableSet<QualifiedName> ofColumns =
        view.columns().stream()
            .flatMap(
                column ->
                    Stream.concat(Stream.of(column.type().name()), column.collation().stream()))
            .collect(toImmutableSet());
    return context.references(view.id()).stream()
        .filter(fact -> !canBeOfColumns(fact.object(), ofColumns));
  }

  /** A type that goes by another name, such as a multirange, is one all the same. */
  private static boolean canBeOfColumns(ObjectId id, ImmutableSet<QualifiedName> names) {
    return (id.kind().isType() && !id.kind().isRelation())
        || id instanceof ObjectId.Global
        || (id instanceof ObjectId.InSchema inSchema && names.contains(inSchema.name()));
  }
}
