package dev.schemasync.planner.access;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.DefaultAcl;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.ForeignServer;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.catalog.Relation;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.server.DefaultPrivileges;
import dev.schemasync.model.server.DefaultPrivileges.Target;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.InstallableExtensions;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.planner.kind.Kind;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The owner, privileges and comments that an object and its parts have before any step changes
 * them: those on the shard or, of an object that is yet to be made, those that the server will give
 * it unasked.
 *
 * @param owner none for what has no owner of its own
 * @param unknown what has a comment, or has none: nobody can say beforehand
 */
public record Held(
    Optional<Identifier> owner,
    ImmutableMap<ObjectId, Privileges> privileges,
    ImmutableMap<ObjectId, String> comments,
    ImmutableSet<ObjectId> unknown) {

  /** What an object has that is there. */
  public static Held by(Kind kind) {
    CatalogObject object = kind.object();
    ImmutableMap.Builder<ObjectId, Privileges> privileges = ImmutableMap.builder();
    ImmutableMap.Builder<ObjectId, String> comments = ImmutableMap.builder();
    if (object instanceof CatalogObject.AccessControlled granted) {
      privileges.put(object.id(), granted.privileges());
    }
    object.comment().ifPresent(comment -> comments.put(object.id(), comment));
    kind.members()
        .forEach(
            (id, member) -> {
              privileges.put(id, member.privileges());
              member.comment().ifPresent(comment -> comments.put(id, comment));
            });
    return new Held(
        owner(object), privileges.buildOrThrow(), comments.buildOrThrow(), ImmutableSet.of());
  }

  /** What an object will have right after the connected user has made it. */
  public static Held byNew(CatalogObject object, ServerFacts server) {
    return new Held(
        owner(object).map(desired -> object instanceof DefaultAcl ? desired : server.user().name()),
        object instanceof CatalogObject.Granted granted
            ? ImmutableMap.of(object.id(), given(granted, server))
            : ImmutableMap.of(),
        given(object, server)
            .map(comment -> ImmutableMap.<ObjectId, String>of(object.id(), comment))
            .orElse(ImmutableMap.of()),
        object instanceof Extension && server.installable() instanceof InstallableExtensions.Unknown
            ? ImmutableSet.of(object.id())
            : ImmutableSet.of());
  }

  private static Optional<Identifier> owner(CatalogObject object) {
    return object instanceof CatalogObject.Owned owned
        ? Optional.of(owned.owner())
        : Optional.empty();
  }

  private static Privileges given(CatalogObject.Granted object, ServerFacts server) {
    DefaultPrivileges defaults = server.defaultPrivileges();
    return switch (object) {
      case Schema schema -> defaults.ofSchema();
      // A declaration gets none; its completion does.
      case Type.ShellType shell -> Privileges.DEFAULT;
      case Type type -> defaults.of(Target.TYPES, type.name().schema());
      case RangePart.Multirange type ->
          server.version().has(Feature.FOLLOWING_MULTIRANGES)
              ? Privileges.DEFAULT
              : defaults.of(Target.TYPES, type.name().schema());
      case RangePart.Constructor function -> defaults.of(Target.ROUTINES, function.name().schema());
      case Routine routine -> defaults.of(Target.ROUTINES, routine.name().schema());
      case Language language -> Privileges.DEFAULT;
      case ForeignDataWrapper wrapper -> Privileges.DEFAULT;
      case ForeignServer foreign -> Privileges.DEFAULT;
      case Sequence sequence -> defaults.of(Target.SEQUENCES, sequence.name().schema());
      case DefaultAcl acl -> Privileges.DEFAULT;
      case Relation relation -> defaults.of(Target.TABLES, relation.name().schema());
    };
  }

  /** The comment that CREATE EXTENSION takes from the extension's control file. */
  private static Optional<String> given(CatalogObject object, ServerFacts server) {
    return object instanceof Extension extension
        ? server
            .installable()
            .chosen(extension.name(), extension.version())
            .flatMap(InstallableExtensions.Version::comment)
        : Optional.empty();
  }

  /** The comment on the object or a part of it. */
  public Optional<String> comment(ObjectId id) {
    return Optional.ofNullable(comments.get(id));
  }

  /** Whether the object or a part of it is known to have just that comment, or none. */
  public boolean isCommented(ObjectId id, Optional<String> comment) {
    return !unknown.contains(id) && comment(id).equals(comment);
  }

  /**
   * The privileges on the object or a part of it once it has another owner ({@code aclnewowner}):
   * what the old owner holds goes over to the new one, for whom what had been granted becomes the
   * owner's own.
   */
  public Privileges privileges(ObjectId id, Optional<Identifier> newOwner) {
    Privileges now = privileges.getOrDefault(id, Privileges.DEFAULT);
    if (owner.isEmpty()
        || newOwner.isEmpty()
        || owner.equals(newOwner)
        || now.equals(Privileges.DEFAULT)) {
      return now;
    }
    Grantee before = new Grantee.Role(owner.get());
    Grantee after = new Grantee.Role(newOwner.get());
    ImmutableSortedSet<Grant> granted = handOver(now.granted(), before, newOwner.get());
    ImmutableSortedSet<Grant> revoked = handOver(now.revoked(), before, newOwner.get());
    if (id.kind() == ObjectKind.COLUMN) {
      // Nobody has a privilege on a column by default, so the owner's are grants like others.
      return new Privileges(granted, revoked);
    }
    Set<Grant> ofOwner = Sets.filter(granted, grant -> grant.grantee().equals(after));
    Set<Grant> plain = Sets.filter(ofOwner, grant -> !grant.grantable());
    return new Privileges(
        sorted(granted.stream().filter(grant -> !plain.contains(grant))),
        sorted(
            Stream.concat(
                revoked.stream()
                    .filter(lost -> plain.stream().noneMatch(grant -> isSame(grant, lost))),
                ofOwner.stream()
                    .filter(Grant::grantable)
                    .map(
                        grant ->
                            new Grant(
                                grant.grantee(), grant.privilege(), false, Optional.empty())))));
  }

  private static boolean isSame(Grant left, Grant right) {
    return left.grantee().equals(right.grantee()) && left.privilege() == right.privilege();
  }

  private static ImmutableSortedSet<Grant> handOver(
      Set<Grant> grants, Grantee before, Identifier owner) {
    return sorted(
        grants.stream()
            .map(
                grant ->
                    new Grant(
                        grant.grantee().equals(before) ? new Grantee.Role(owner) : grant.grantee(),
                        grant.privilege(),
                        grant.grantable(),
                        grant.grantor().filter(grantor -> !grantor.equals(owner)))));
  }

  private static ImmutableSortedSet<Grant> sorted(Stream<Grant> grants) {
    return grants.collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
