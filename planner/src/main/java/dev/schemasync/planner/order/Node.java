package dev.schemasync.planner.order;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.plan.Step;
import java.util.stream.Stream;

/**
 * A step before it has its place.
 *
 * @param step the change
 * @param pass where it stands among the steps of its stage, unless a dependency says otherwise
 * @param provides the facts it establishes
 * @param requires the facts it needs; one that no step provides holds already
 */
public record Node(
    Step step, Stage stage, Pass pass, ImmutableSet<Fact> provides, ImmutableSet<Fact> requires) {
  /** The passes over the objects of a stage. */
  public enum Pass {
    /** Objects, and what follows each of them: its owner, its settings, its comment. */
    OBJECTS,
    /** Privileges of all but schemas: an owner that lost a privilege must not need it any more. */
    PRIVILEGES,
    /** Materialized views are filled when all that they read and all who may read is in place. */
    REFRESH,
    /**
     * What has its say in all that is done after it: default privileges, an extension's members.
     */
    LATE,
    /** Event triggers, which would fire at all that is done after them: they wait for all of it. */
    EVENT_TRIGGERS;

    /** Where objects of a kind, and what follows each of them, have their place. */
    private static Pass of(ObjectKind kind) {
      return kind == ObjectKind.EVENT_TRIGGER
          ? EVENT_TRIGGERS
          : kind == ObjectKind.DEFAULT_ACL ? LATE : OBJECTS;
    }
  }

  public static Node of(Step step, Stage stage, Iterable<Fact> requires) {
    return new Node(
        step,
        stage,
        Pass.of(step.object().kind()),
        ImmutableSet.of(Fact.exists(step.object())),
        ImmutableSet.copyOf(requires));
  }

  /** A step that changes an object once it is there. */
  public static Node after(ObjectId object, Step step, Stage stage) {
    return new Node(
        step,
        stage,
        Pass.of(step.object().kind()),
        ImmutableSet.of(Fact.settled(step.object())),
        ImmutableSet.of(Fact.exists(object)));
  }

  /** The same step, with another fact that it establishes. */
  public Node providing(Fact fact) {
    return providing(Stream.of(fact));
  }

  /** The same step, with further facts that it establishes. */
  public Node providing(Stream<Fact> facts) {
    return new Node(
        step,
        stage,
        pass,
        Stream.concat(provides.stream(), facts).collect(toImmutableSet()),
        requires);
  }

  /** The same step, with further facts that it needs. */
  public Node requiring(Iterable<Fact> facts) {
    return new Node(
        step,
        stage,
        pass,
        provides,
        ImmutableSet.<Fact>builder().addAll(requires).addAll(facts).build());
  }

  /** The same step, with other facts that it needs. */
  public Node requiringInstead(ImmutableSet<Fact> facts) {
    return new Node(step, stage, pass, provides, facts);
  }

  /** The same step in another pass. */
  public Node in(Pass other) {
    return new Node(step, stage, other, provides, requires);
  }
}
