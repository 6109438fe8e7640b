package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.DefaultAcl;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectForm.DefaultsOf.Target;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Default privileges of the sample. */
final class SampleDefaultPrivileges {
  private SampleDefaultPrivileges() {}

  static void add(Sample s) {
    Optional<Identifier> app = Optional.of(s.names.id("app"));
    grant(s, on(Target.TABLES, app), Privilege.SELECT, Privilege.INSERT);
    grant(s, on(Target.SCHEMAS, Optional.empty()), Privilege.USAGE);
    grant(s, on(Target.SEQUENCES, app), Privilege.USAGE);
    for (Target target : new Target[] {Target.ROUTINES, Target.TYPES}) {
      s.cutover(
          new Step.RevokePrivileges(
              on(target, Optional.empty()),
              ImmutableSortedSet.of(target == Target.TYPES ? Privilege.USAGE : Privilege.EXECUTE),
              new Grantee.Everybody(),
              Optional.empty()));
    }
  }

  private static ObjectId on(Target target, Optional<Identifier> schema) {
    return new DefaultAcl(ROLE, schema, target, Privileges.DEFAULT).id();
  }

  private static void grant(Sample s, ObjectId object, Privilege... privileges) {
    s.cutover(
        new Step.GrantPrivileges(
            object,
            ImmutableSortedSet.copyOf(privileges),
            new Grantee.Role(ROLE),
            object.path().size() == 3,
            Optional.empty()));
  }
}
