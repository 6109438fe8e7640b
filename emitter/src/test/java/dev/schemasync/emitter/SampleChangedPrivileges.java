package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;
import static dev.schemasync.emitter.Sample.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ChangedAcl;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectForm.AclOf;
import dev.schemasync.model.catalog.ObjectForm.AclOf.On;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Privileges on what comes with the server. */
final class SampleChangedPrivileges {
  private static final Optional<Identifier> SYSTEM = Optional.of(Identifier.of("pg_catalog"));

  private SampleChangedPrivileges() {}

  static void add(Sample s) {
    s.pre(
        new Step.RevokePrivileges(
            on(On.ROUTINE, SYSTEM, "pg_sleep", Optional.empty(), type("float8")),
            ImmutableSortedSet.of(Privilege.EXECUTE),
            new Grantee.Everybody(),
            Optional.empty()));
    grant(s, on(On.ROUTINE, SYSTEM, "count", Optional.empty()), Privilege.EXECUTE);
    grant(s, on(On.TABLE, SYSTEM, "pg_authid", Optional.empty()), Privilege.SELECT);
    grant(
        s,
        on(On.TABLE, SYSTEM, "pg_authid", Optional.of(Identifier.of("rolname"))),
        Privilege.SELECT,
        Privilege.UPDATE);
    grant(s, on(On.TYPE, SYSTEM, "jsonpath", Optional.empty()), Privilege.USAGE);
    grant(s, on(On.SCHEMA, Optional.empty(), "pg_catalog", Optional.empty()), Privilege.CREATE);
    grant(s, on(On.LANGUAGE, Optional.empty(), "plpgsql", Optional.empty()), Privilege.USAGE);
  }

  private static ObjectId on(
      On on,
      Optional<Identifier> schema,
      String name,
      Optional<Identifier> column,
      TypeRef... arguments) {
    return new ChangedAcl(
            new AclOf(on, schema, Identifier.of(name), ImmutableList.copyOf(arguments), column),
            Privileges.DEFAULT)
        .id();
  }

  private static void grant(Sample s, ObjectId object, Privilege... privileges) {
    s.pre(
        new Step.GrantPrivileges(
            object,
            ImmutableSortedSet.copyOf(privileges),
            new Grantee.Role(ROLE),
            false,
            Optional.empty()));
  }
}
