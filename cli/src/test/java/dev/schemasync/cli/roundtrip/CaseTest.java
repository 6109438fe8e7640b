package dev.schemasync.cli.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.server.PostgresServers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case folder, on every selected major version that it is for. */
class CaseTest {
  static Stream<Arguments> cases() throws Exception {
    ImmutableList<Case> all = Case.selected();
    return Majors.selected().stream()
        .flatMap(
            major -> all.stream().filter(c -> c.since() <= major).map(c -> Arguments.of(c, major)));
  }

  @ParameterizedTest(name = "{0} on PostgreSQL {1}")
  @MethodSource("cases")
  void survivesTheRoundTrip(Case schema, int major) throws Exception {
    try (RoundTripClusters clusters = RoundTripClusters.on(PostgresServers.get(major))) {
      for (Path script : schema.scripts(major)) {
        clusters.source().server().runScript(clusters.source().name(), script);
      }
      clusters.publishAll();

      ImmutableList<Outcome> runs = clusters.runAll(RoundTripClusters.EVERYTHING, schema.options());

      assertThat(Outcome.findings(runs))
          .as("findings:%n%s", runs.getFirst().err())
          .isEqualTo(schema.findings());
      Judge.assertSameCatalogs(clusters);
      Judge.assertSameReadings(clusters);
      clusters.assertNothingLeft(RoundTripClusters.EVERYTHING, schema.options());
      Judge.assertSameDumps(clusters);
    }
  }
}
