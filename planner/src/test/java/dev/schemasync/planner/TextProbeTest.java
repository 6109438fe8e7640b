package dev.schemasync.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Snapshots;
import org.junit.jupiter.api.Test;

/** What is asked of a server, where, and how much of it at a time. */
class TextProbeTest {
  private static final ServerFacts SERVER = Snapshots.server(18);

  @Test
  void onlyTextsThatDifferAreAsked() {
    TextProbe probe = TextProbe.of(Plans.desired(views(3, "1")), Snapshots.of(views(3, "(1)")));
    assertThat(probe.probes())
        .hasSize(6)
        .allSatisfy(p -> assertThat(p.context()).isEqualTo(new Probe.Context.Query()))
        .allSatisfy(p -> assertThat(p.name().schema()).isEqualTo(Probe.TEMPORARY_SCHEMA))
        .extracting(Probe::name)
        .doesNotHaveDuplicates();
    assertThat(TextProbe.of(Plans.desired(views(3, "1")), Snapshots.of(views(3, "1"))).isEmpty())
        .isTrue();
  }

  @Test
  void aTransactionFillsOnlyAPartOfTheLockTable() {
    TextProbe probe = TextProbe.of(Plans.desired(views(50, "1")), limited(120, views(50, "(1)")));
    ImmutableList<ImmutableList<Probe>> parts = probe.parts();
    assertThat(parts).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(10));
    assertThat(parts.stream().flatMap(ImmutableList::stream))
        .containsExactlyElementsOf(probe.probes());
    assertThat(TextProbe.of(Plans.desired(views(50, "1")), limited(1, views(50, "(1)"))).parts())
        .hasSize(100);
  }

  @Test
  void whoMayMakeNothingAnywhereIsToldSo() {
    Snapshot closed = as(false, views(1, "(1)"));
    TextProbe probe = TextProbe.of(Plans.desired(views(1, "1")), closed);
    assertThat(probe.obstacle().orElseThrow()).contains("owner may neither make temporary objects");
    assertThat(probe.unproved("why").unproved())
        .isEqualTo(ImmutableMap.of(probe.probes().getFirst().object(), "why"));
    Snapshot open = as(false, views(1, "(1)"), "app");
    TextProbe there = TextProbe.of(Plans.desired(views(1, "1")), open);
    assertThat(there.obstacle()).isEmpty();
    assertThat(there.probes())
        .allSatisfy(p -> assertThat(p.name().schema()).isEqualTo(Identifier.of("app")));
  }

  private static Catalog views(int count, String value) {
    CatalogBuilder views = new CatalogBuilder();
    for (int i = 0; i < count; i++) {
      views.add(Objects.view("app", "v" + i, "SELECT " + value + " AS a", "a"));
    }
    return views.build();
  }

  private static Snapshot as(boolean mayCreateTemporary, Catalog catalog, String... schemas) {
    ServerFacts.User user = SERVER.user();
    return Snapshots.on(
        Snapshots.withUser(
            SERVER,
            new ServerFacts.User(
                user.name(),
                user.superuser(),
                user.mayCreate(),
                mayCreateTemporary,
                user.mayBecome(),
                ImmutableSortedSet.copyOf(Objects.identifiers(schemas)))),
        catalog);
  }

  private static Snapshot limited(long lockTable, Catalog catalog) {
    return Snapshots.on(
        Snapshots.withLimits(SERVER, new ServerFacts.Limits(0, lockTable, false, false)), catalog);
  }
}
