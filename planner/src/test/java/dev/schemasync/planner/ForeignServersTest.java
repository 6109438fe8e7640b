package dev.schemasync.planner;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.UserMapping;
import dev.schemasync.model.catalog.UserMapping.Options;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Secrets are compared, and never told; who must be what is known before. */
class ForeignServersTest {
  @Test
  void otherOptionsOfAMappingAreAConflictThatTellsNoValue() {
    List<Finding> findings =
        Plans.between(catalogOf(mapping("hunter2")), catalogOf(mapping("letmein"))).findings();
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.DESTINATION_CONFLICT);
              assertThat(finding.message())
                  .isEqualTo(
                      "The user mapping PUBLIC on server far exists with another options:"
                          + " {password=****} on the shard, {password=****} on the source.");
            });
    assertThat(Plans.between(catalogOf(mapping("x")), catalogOf(mapping("x"))).findings())
        .isEmpty();
  }

  @Test
  void whatMayNotBeReadIsNeitherMadeNorAConflict() {
    CatalogObject hidden = mapping(new Options.Hidden());
    assertThat(Plans.steps(Plans.fromNothing(catalogOf(hidden)))).isEmpty();
    for (ShardPlan plan :
        List.of(
            Plans.between(catalogOf(hidden), catalogOf(mapping("x"))),
            Plans.between(catalogOf(mapping("x")), catalogOf(hidden)),
            Plans.between(catalogOf(hidden), catalogOf(hidden)))) {
      assertThat(plan.findings())
          .extracting(Finding::code)
          .containsExactly(FindingCode.USER_MAPPING_NOT_COMPARED);
      assertThat(Plans.steps(plan)).isEmpty();
    }
  }

  @Test
  void theOwnerOfAWrapperMustBeASuperuser() {
    ForeignDataWrapper wrapper =
        new ForeignDataWrapper(
            Identifier.of("w"),
            Optional.empty(),
            Optional.empty(),
            ImmutableMap.of(),
            Objects.OWNER,
            Privileges.DEFAULT,
            Optional.empty());
    assertThat(
            Checks.destination(
                Plans.desired(catalogOf(wrapper)),
                Snapshots.server(ServerVersion.NEWEST_MAJOR),
                Snapshots.of(Catalog.EMPTY),
                Stage.PRE_DATA))
        .extracting(Finding::message)
        .containsExactly(
            "The foreign-data wrapper w is of no extension, so only a superuser can create it; the"
                + " user owner is none.",
            "The foreign-data wrapper w belongs to owner, who is no superuser on the shard; only a"
                + " superuser can own it.");
  }

  @Test
  void theRoleOfAMappingMustBeThere() {
    UserMapping mapping =
        new UserMapping(
            Identifier.of("far"),
            new Grantee.Role(Identifier.of("stranger")),
            new Options.Known(ImmutableMap.of()));
    assertThat(
            Checks.destination(
                Plans.desired(catalogOf(mapping)),
                Snapshots.server(ServerVersion.NEWEST_MAJOR),
                Snapshots.of(Catalog.EMPTY),
                Stage.PRE_DATA))
        .extracting(Finding::code)
        .containsExactly(FindingCode.MISSING_ROLE);
  }

  private static UserMapping mapping(String password) {
    return mapping(new Options.Known(ImmutableMap.of("password", new Secret(password))));
  }

  private static UserMapping mapping(Options options) {
    return new UserMapping(Identifier.of("far"), new Grantee.Everybody(), options);
  }
}
