package dev.schemasync.planner.access;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.server.ServerFacts;
import java.util.stream.Stream;

/**
 * Who can give a privilege in whose name on a shard. GRANTED BY accepts nobody but the current
 * user, so a role gives what it gave by running the statement: the connected user must be allowed
 * to become it, and it must be able to look up what the statement names.
 */
public final class Grantors {
  /** Everybody may use them. */
  private static final ImmutableSet<Identifier> SYSTEM =
      ImmutableSet.of(Identifier.of("pg_catalog"), Identifier.of("information_schema"));

  private final Catalog desired;
  private final ServerFacts server;

  /**
   * Of a shard.
   *
   * @param desired what it is to hold
   */
  public Grantors(Catalog desired, ServerFacts server) {
    this.desired = desired;
    this.server = server;
  }

  /** Whether the owner has to give in its place what a role gave on an object. */
  boolean isReplaced(Identifier grantor, ObjectId object) {
    return !server.user().mayBecome().contains(grantor)
        || !schemas(object).allMatch(schema -> mayUse(grantor, schema));
  }

  /** Whether the owner has to be the grantor of a privilege that another role gave. */
  public boolean isReplaced(Grant grant, ObjectId object) {
    return grant.grantor().filter(grantor -> isReplaced(grantor, object)).isPresent();
  }

  private static Stream<Identifier> schemas(ObjectId object) {
    return switch (object) {
      case ObjectId.InSchema(var _, var name) -> Stream.of(name.schema());
      case ObjectId.Routine(var _, var name, var arguments) ->
          Stream.concat(
              Stream.of(name.schema()),
              arguments.stream()
                  .map(TypeRef::name)
                  .filter(type -> !type.isSystem())
                  .map(type -> type.schema()));
      case ObjectId.Part part -> schemas(part.of());
      case ObjectId.Formed(var _, ObjectForm.AclOf acl) ->
          acl.schema().stream().filter(schema -> !SYSTEM.contains(schema));
      case ObjectId.Global _, ObjectId.Formed _, ObjectId.Unmodelled _ -> Stream.empty();
    };
  }

  /** As far as it is known: a role may also use what another one may that it inherits from. */
  private boolean mayUse(Identifier role, Identifier name) {
    return server.superusers().contains(role)
        || desired
            .find(ObjectId.schema(name))
            .filter(object -> object instanceof Schema schema && mayUse(role, schema))
            .isPresent();
  }

  private static boolean mayUse(Identifier role, Schema schema) {
    Grantee grantee = new Grantee.Role(role);
    return schema.owner().equals(role)
        || schema.privileges().granted().stream()
            .filter(grant -> grant.privilege() == Privilege.USAGE)
            .map(Grant::grantee)
            .anyMatch(to -> to instanceof Grantee.Everybody || to.equals(grantee));
  }
}
