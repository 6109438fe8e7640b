package dev.schemasync.planner.operator;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.planner.order.Fact;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How operators name each other as commutators and negators. The server completes a link on the
 * other side, unless that one has another link already; and where an operator is named that is not
 * there, it leaves a shell, whose link is forgotten when the operator is made without it. So a link
 * that is not returned needs an order.
 *
 * @param oneSided from an operator to those that name it without being named by it
 * @param makers from a shell to the operator that it comes with
 */
public record OperatorLinks(
    ImmutableSetMultimap<ObjectId, ObjectId> oneSided, ImmutableMap<ObjectId, ObjectId> makers) {
  /**
   * One operator as another one names it.
   *
   * @param returned whether it names that one in turn
   */
  public record Named(ObjectId.Formed operator, boolean returned) {}

  public static OperatorLinks of(Catalog catalog) {
    ImmutableSetMultimap.Builder<ObjectId, ObjectId> oneSided = ImmutableSetMultimap.builder();
    ImmutableMap.Builder<ObjectId, ObjectId> makers = ImmutableMap.builder();
    catalog
        .all(Operator.class)
        .forEach(
            operator ->
                named(operator)
                    .forEach(
                        named -> {
                          if (!named.returned()) {
                            oneSided.put(named.operator(), operator.id());
                          } else if (isShell(named.operator(), catalog)) {
                            makers.put(named.operator(), operator.id());
                          }
                        }));
    return new OperatorLinks(oneSided.build(), makers.buildKeepingLast());
  }

  /** The other operators that an operator names. */
  public static Stream<Named> named(Operator operator) {
    return Stream.concat(
            named(operator.commutator(), operator.definition().flatMap(d -> d.commutator())),
            named(operator.negator(), operator.definition().flatMap(d -> d.negator())))
        .filter(named -> !named.operator().equals(operator.id()))
        .distinct();
  }

  private static Stream<Named> named(Optional<ObjectId.Formed> id, Optional<Operator.Link> link) {
    return id.stream().map(other -> new Named(other, link.orElseThrow().returned()));
  }

  private static boolean isShell(ObjectId id, Catalog catalog) {
    return catalog.find(id, Operator.class).filter(o -> o.definition().isEmpty()).isPresent();
  }

  /** The facts that an operator waits for, so that the links are as they should be. */
  ImmutableSet<Fact> before(Operator operator) {
    ImmutableSet.Builder<Fact> facts = ImmutableSet.builder();
    oneSided.get(operator.id()).forEach(other -> facts.add(Fact.exists(other)));
    named(operator)
        .forEach(
            named -> {
              ObjectId maker = makers.get(named.operator());
              if (maker != null && !maker.equals(operator.id())) {
                facts.add(Fact.exists(maker));
              } else if (named.returned() && !oneSided.get(named.operator()).isEmpty()) {
                facts.add(Fact.exists(named.operator()));
              }
            });
    return facts.build();
  }

  /** The shells that come with an operator. */
  Stream<Fact> shells(Operator operator) {
    return named(operator)
        .map(Named::operator)
        .filter(other -> operator.id().equals(makers.get(other)))
        .map(Fact::exists);
  }
}
