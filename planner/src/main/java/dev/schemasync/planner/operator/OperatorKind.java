package dev.schemasync.planner.operator;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.Operator.Definition;
import dev.schemasync.model.catalog.Operator.Link;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.server.Feature;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Features;
import dev.schemasync.planner.kind.Kind;
import dev.schemasync.planner.kind.Scoped;
import dev.schemasync.planner.kind.Silent;
import dev.schemasync.planner.kind.Surrounding;
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An operator, with those that it names. */
public record OperatorKind(Operator operator)
    implements Kind,
        Silent.UsualStage,
        Silent.NoMembers,
        Silent.NoConstraints,
        Silent.NoNames,
        Silent.NoTexts,
        Silent.NoInterference,
        Silent.HangsOnNothing,
        Silent.NoRelationOfAnother,
        Silent.NotClustered {
  /** Those that PostgreSQL 14 declares over other types than 13 does. */
  private static final ImmutableSet<String> ARRAY_FUNCTIONS =
      ImmutableSet.of(
          "array_append",
          "array_cat",
          "array_position",
          "array_positions",
          "array_prepend",
          "array_remove",
          "width_bucket");

  @Override
  public CatalogObject object() {
    return operator;
  }

  @Override
  public List<Node> steps(Context context, ImmutableSet<ObjectId> separated) {
    return OperatorSteps.of(operator, context);
  }

  /** A shell comes with the operator that names it, if one still does. */
  @Override
  public ImmutableList<Finding> notices(Context context) {
    return operator.definition().isPresent()
            || context.present(operator.id()).isPresent()
            || context.operatorLinks.makers().containsKey(operator.id())
        ? ImmutableList.of()
        : ImmutableList.of(
            Finding.of(
                FindingCode.UNSUPPORTED_OBJECT,
                operator.id(),
                "The "
                    + operator.id()
                    + " is a shell that no operator names any more, so no statement makes it.",
                "Drop it on the source unless it is to become an operator; then run again."));
  }

  /** A link that would not be as it should be, since the operator that it leads to is there. */
  @Override
  public ImmutableList<Finding> obstacles(Context context) {
    return context.present(operator.id(), Operator.class).flatMap(Operator::definition).isPresent()
        ? ImmutableList.of()
        : Stream.concat(
                blocked(operator.commutator(), Definition::commutator, context),
                blocked(operator.negator(), Definition::negator, context))
            .map(this::oneSided)
            .collect(toImmutableList());
  }

  /**
   * The other end of a link that is not returned, where the shard's server would not leave it so.
   */
  private Stream<ObjectId> blocked(
      Optional<ObjectId.Formed> other, Function<Definition, Optional<Link>> link, Context context) {
    boolean refused = context.actual.server().version().has(Feature.OPERATOR_COMPLETION);
    return operator
        .definition()
        .flatMap(link)
        .filter(l -> !l.returned())
        .flatMap(l -> other)
        .filter(id -> OperatorSteps.isThere(id, context))
        .filter(id -> refused || isFree(id, link, context))
        .<ObjectId>map(id -> id)
        .stream();
  }

  /** Whether an operator of the shard has no such link, so that the server would give it one. */
  private static boolean isFree(
      ObjectId id, Function<Definition, Optional<Link>> link, Context context) {
    return context
        .present(id, Operator.class)
        .flatMap(Operator::definition)
        .filter(now -> link.apply(now).isEmpty())
        .isPresent();
  }

  private Finding oneSided(ObjectId other) {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        operator.id(),
        "The "
            + operator.id()
            + " names the "
            + other
            + ", which does not name it in turn and is there already, so that the shard's server"
            + " would refuse or complete the link.",
        "Drop that one on the shard if nothing needs it, or the link on the source; then run"
            + " again.");
  }

  @Override
  public Stream<Feature> features(Catalog catalog) {
    boolean ofArrays =
        operator
            .definition()
            .map(Definition::function)
            .filter(QualifiedName::isSystem)
            .filter(function -> ARRAY_FUNCTIONS.contains(function.name().value()))
            .isPresent();
    return Stream.of(
            Features.when(operator.right().isEmpty(), Feature.POSTFIX_OPERATORS),
            Features.when(ofArrays && takes("anyarray"), Feature.ELEMENT_ARRAY_FUNCTIONS),
            Features.when(
                ofArrays && takes("anycompatiblearray"), Feature.COMPATIBLE_ARRAY_FUNCTIONS))
        .flatMap(s -> s);
  }

  private boolean takes(String type) {
    return Stream.of(operator.left(), operator.right())
        .flatMap(Optional::stream)
        .anyMatch(TypeRef.builtIn(type)::equals);
  }

  @Override
  public Stream<Surrounding> surroundings() {
    Stream<Surrounding> links =
        OperatorLinks.named(operator)
            .filter(OperatorLinks.Named::returned)
            .map(named -> new Surrounding.OwnOperator(named.operator()));
    return Stream.concat(
        links,
        operator.definition().stream()
            .flatMap(d -> Stream.of(d.restrict(), d.join()))
            .flatMap(Optional::stream)
            .filter(estimator -> !estimator.isSystem())
            .map(estimator -> new Surrounding.Superuser("estimated by " + estimator)));
  }

  @Override
  public Stream<ObjectId> brings(Catalog catalog) {
    return OperatorLinks.named(operator).map(OperatorLinks.Named::operator);
  }

  /** What is asked about values of a type is asked by its operators. */
  @Override
  public boolean joins(Scoped scope) {
    return TypesInScope.hasSome(operator.id(), scope) && TypesInScope.hasAll(operator.id(), scope);
  }

  @Override
  public boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
    Optional<Definition> present = ((Operator) now).definition();
    if (present.isEmpty() || operator.definition().isEmpty()) {
      return present.isEmpty();
    }
    Operator reached =
        operator.withDefinition(reached(operator.definition().get(), present.get(), context));
    return CatalogDiff.compare(operator, reached, TextEquivalence.NONE).stream()
        .map(Difference.Changed::path)
        .noneMatch(change.path()::equals);
  }

  /** As much of what is wanted as steps can make of what is there. */
  private Definition reached(Definition wanted, Definition now, Context context) {
    boolean completes = context.actual.server().version().has(Feature.OPERATOR_COMPLETION);
    return new Definition(
        now.function(),
        canLink(operator.commutator(), wanted.commutator(), now.commutator(), context)
            ? wanted.commutator()
            : now.commutator(),
        canLink(operator.negator(), wanted.negator(), now.negator(), context)
            ? wanted.negator()
            : now.negator(),
        wanted.restrict(),
        wanted.join(),
        now.hashes() || (wanted.hashes() && completes),
        now.merges() || (wanted.merges() && completes));
  }

  private static boolean canLink(
      Optional<ObjectId.Formed> other, Optional<Link> wanted, Optional<Link> now, Context context) {
    if (wanted.isEmpty() || !wanted.get().returned()) {
      return false;
    }
    if (now.isPresent()) {
      // The other one is the one that lacks something.
      return now.get().operator().equals(wanted.get().operator());
    }
    return OperatorSteps.isThere(other.orElseThrow(), context)
        ? context.actual.server().version().has(Feature.OPERATOR_COMPLETION)
        : context
            .desired
            .catalog()
            .find(other.orElseThrow(), Operator.class)
            .flatMap(Operator::definition)
            .isPresent();
  }
}
