package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.DefaultAcl;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectForm.DefaultsOf.Target;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.testkit.catalog.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Default privileges, which have a say in all that is made after them. */
class DefaultPrivilegesTest {
  private static final Identifier APP = Identifier.of("app");
  private static final Privileges READABLE =
      Objects.granted(Objects.grant("reader", Privilege.SELECT));
  private static final Catalog NOTHING = catalogOf(Objects.schema(APP));

  private final DefaultAcl acl =
      new DefaultAcl(Identifier.of("maker"), Optional.of(APP), Target.TABLES, READABLE);
  private final Step.GrantPrivileges give =
      new Step.GrantPrivileges(
          acl.id(),
          ImmutableSortedSet.of(Privilege.SELECT),
          new Grantee.Role(Identifier.of("reader")),
          false,
          Optional.empty());

  @Test
  void theyComeLastOfAllAndAreGivenToNobody() {
    Catalog desired =
        catalogOf(
            Objects.schema(APP),
            acl,
            Objects.sequence(QualifiedName.of("app", "s"), new Sequence.Ownership.None()));
    PlannedStep last = Iterables.getLast(Plans.fromNothing(desired).plan().steps());
    assertThat(last.step()).isEqualTo(give);
    assertThat(last.stage()).isEqualTo(Stage.CUTOVER);
    assertThat(Plans.steps(desired, NOTHING))
        .filteredOn(step -> step.object().equals(acl.id()))
        .containsExactly(give);
  }

  @Test
  void onlyWhatDiffersIsChangedAndTold() {
    Catalog desired = catalogOf(Objects.schema(APP), acl);
    assertThat(Plans.steps(desired, desired)).isEmpty();
    DefaultAcl other =
        new DefaultAcl(
            acl.owner(),
            acl.schema(),
            acl.on(),
            Objects.granted(Objects.grant("reader", Privilege.INSERT)));
    ShardPlan plan = Plans.between(desired, catalogOf(Objects.schema(APP), other));
    assertThat(Plans.steps(plan))
        .containsExactly(
            new Step.RevokePrivileges(
                acl.id(),
                ImmutableSortedSet.of(Privilege.INSERT),
                give.grantee(),
                Optional.empty()),
            give);
    assertThat(plan.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(FindingCode.PRIVILEGES_GRANTED, FindingCode.PRIVILEGES_REVOKED);
  }

  @Test
  void whatOnlyTheShardHasIsToldOf() {
    assertThat(Plans.between(NOTHING, catalogOf(Objects.schema(APP), acl)).findings())
        .extracting(Finding::object)
        .containsExactly(Optional.of(acl.id()));
  }
}
