package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Privileges that a role other than the owner gave. */
class GrantorsTest {
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final Identifier FIRST = Identifier.of("first");
  private static final Identifier SECOND = Identifier.of("second");
  private static final Identifier THIRD = Identifier.of("third");

  private static final Grant TO_FIRST = select(FIRST, Optional.empty());
  private static final Grant TO_SECOND = select(SECOND, Optional.of(FIRST));
  private static final Grant TO_THIRD = select(THIRD, Optional.of(SECOND));

  private static final ServerFacts WITH_EVERYBODY =
      user(ImmutableSortedSet.of(Objects.OWNER, FIRST, SECOND, THIRD));

  @Test
  void eachGivesWhatItGaveOnceItMay() {
    assertThat(steps(with(TO_FIRST, TO_SECOND, TO_THIRD), with(), WITH_EVERYBODY))
        .containsExactly(given(TO_FIRST), given(TO_SECOND), given(TO_THIRD));
  }

  @Test
  void eachTakesBackWhatItGaveBeforeItLosesTheOption() {
    assertThat(steps(with(), with(TO_FIRST, TO_SECOND, TO_THIRD), WITH_EVERYBODY))
        .containsExactly(taken(TO_THIRD), taken(TO_SECOND), taken(TO_FIRST));
  }

  @Test
  void nobodyLosesAnOptionThatSomebodyHasFrom() {
    ShardPlan plan =
        plan(with(TO_SECOND, TO_THIRD), with(TO_FIRST, TO_SECOND, TO_THIRD), WITH_EVERYBODY);

    assertThat(plan.findings())
        .extracting(Finding::code)
        .contains(FindingCode.DESTINATION_CONFLICT);
  }

  @Test
  void theOwnerGivesForWhomTheUserCannotBecome() {
    ShardPlan plan =
        plan(with(TO_FIRST, TO_SECOND), with(), user(ImmutableSortedSet.of(Objects.OWNER)));

    assertThat(Plans.steps(plan))
        .containsExactly(given(TO_FIRST), given(select(SECOND, Optional.empty())));
  }

  @Test
  void theOwnerGivesForWhomTheSchemaIsClosed() {
    Catalog closed = catalogOf(table(TO_FIRST, TO_SECOND));

    assertThat(steps(closed, catalogOf(table()), WITH_EVERYBODY))
        .contains(given(select(SECOND, Optional.empty())));
  }

  private static Iterable<Step> steps(Catalog desired, Catalog actual, ServerFacts server) {
    ShardPlan plan = plan(desired, actual, server);
    assertThat(plan.findings())
        .extracting(Finding::code)
        .doesNotContain(FindingCode.DESTINATION_CONFLICT);
    return Plans.steps(plan);
  }

  private static ShardPlan plan(Catalog desired, Catalog actual, ServerFacts server) {
    return Planner.plan(
        Plans.desired(desired), Snapshots.on(server, actual), TextEquivalence.NONE, Plans.OPTIONS);
  }

  private static Catalog with(Grant... grants) {
    Schema schema = Objects.schema(T.schema());
    return new CatalogBuilder()
        .add(
            new Schema(
                schema.name(),
                schema.owner(),
                Objects.granted(
                    Objects.grant("first", Privilege.USAGE),
                    Objects.grant("second", Privilege.USAGE)),
                schema.comment()))
        .add(table(grants))
        .build();
  }

  private static TableBuilder table(Grant... grants) {
    return TableBuilder.table(T).privileges(Objects.granted(grants));
  }

  private static Grant select(Identifier to, Optional<Identifier> by) {
    return new Grant(new Grantee.Role(to), Privilege.SELECT, true, by);
  }

  private static Step given(Grant grant) {
    return new Step.GrantPrivileges(
        ObjectId.table(T),
        ImmutableSortedSet.of(grant.privilege()),
        grant.grantee(),
        grant.grantable(),
        grant.grantor());
  }

  private static Step taken(Grant grant) {
    return new Step.RevokePrivileges(
        ObjectId.table(T),
        ImmutableSortedSet.of(grant.privilege()),
        grant.grantee(),
        grant.grantor());
  }

  private static ServerFacts user(ImmutableSortedSet<Identifier> mayBecome) {
    return Snapshots.withUser(
        Snapshots.server(ServerVersion.NEWEST_MAJOR),
        new ServerFacts.User(
            Objects.OWNER, false, true, true, mayBecome, ImmutableSortedSet.of(T.schema())));
  }
}
