package dev.schemasync.planner.type;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.Type.ShellType;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import dev.schemasync.planner.kind.Context;
import dev.schemasync.planner.kind.Requirements;
import dev.schemasync.planner.order.Fact;
import dev.schemasync.planner.order.Node;
import java.util.Optional;

/**
 * A type that is made of functions over the type is declared before them, as a shell, and completed
 * after them.
 */
public final class Shells {
  private static final ImmutableSet<ObjectKind> COMPLETED =
      Sets.immutableEnumSet(ObjectKind.BASE_TYPE, ObjectKind.RANGE_TYPE);

  /** The language whose functions must know the whole type. */
  private static final Identifier SQL = Identifier.of("sql");

  private Shells() {}

  /** The steps that make a type which is not on the shard. */
  static ImmutableList<Node> steps(Type type, Context context) {
    Node create =
        Node.of(new Step.CreateType(type), Stage.PRE_DATA, Requirements.of(type.id(), context));
    ShellType shell =
        new ShellType(type.name(), type.owner(), Privileges.DEFAULT, Optional.empty());
    return isDeclared(type.id(), context.desired.catalog())
        ? ImmutableList.<Node>builder()
            .addAll(context.unlessPresent(shell, new Step.CreateType(shell)))
            .add(create.requiring(ImmutableList.of(Fact.exists(shell.id()))))
            .build()
        : ImmutableList.of(create);
  }

  private static boolean isDeclared(ObjectId type, Catalog catalog) {
    return catalog.references(type).stream().anyMatch(part -> isMadeOf(type, part, catalog));
  }

  private static boolean isMadeOf(ObjectId type, ObjectId function, Catalog catalog) {
    return catalog.references(type).contains(function)
        && catalog.references(function).contains(type);
  }

  /** The step that makes a routine; where a type is made of it, the declaration will do. */
  public static Node sufficing(Node create, Routine routine, Context context) {
    return routine instanceof Function function && !function.language().equals(SQL)
        ? create.requiringInstead(
            create.requires().stream()
                .map(fact -> declared(fact, function.id(), context.desired.catalog()))
                .collect(toImmutableSet()))
        : create;
  }

  private static Fact declared(Fact fact, ObjectId function, Catalog catalog) {
    return fact.object() instanceof ObjectId.InSchema(var kind, var name)
            && COMPLETED.contains(kind)
            && isMadeOf(fact.object(), function, catalog)
        ? Fact.exists(ShellType.idOf(name))
        : fact;
  }

  /** Whether an object on the shard is the shell that another one completes. */
  public static boolean completes(CatalogObject wanted, ObjectId present) {
    return present.kind() == ObjectKind.SHELL_TYPE && COMPLETED.contains(wanted.id().kind());
  }

  /** A shell can be completed only by who owns it, superuser or not. */
  static ImmutableList<Finding> obstacles(Type type, Context context) {
    Identifier user = context.actual.server().user().name();
    return context
        .present(ShellType.idOf(type.name()), ShellType.class)
        .filter(shell -> !shell.owner().equals(user))
        .map(shell -> ImmutableList.of(belongsToAnother(type, shell, user)))
        .orElseGet(ImmutableList::of);
  }

  private static Finding belongsToAnother(Type type, ShellType shell, Identifier user) {
    return Finding.of(
        FindingCode.DESTINATION_CONFLICT,
        type.id(),
        "The "
            + type.id()
            + " cannot be made: the "
            + shell.id()
            + " that is there belongs to "
            + shell.owner()
            + ", and only as "
            + user
            + "'s could it be completed.",
        "Drop it on the shard, or make " + user + " its owner; then run again.");
  }
}
