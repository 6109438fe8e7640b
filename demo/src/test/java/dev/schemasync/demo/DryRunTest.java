package dev.schemasync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DryRunTest {

  private static final DryRun SCRIPT =
      DryRun.of(
          Stage.POST_DATA,
          """
          -- post-data: 5 statements
          SET search_path = '';

          -- 1: an index
          CREATE UNIQUE INDEX CONCURRENTLY a ON sales.tenants (a);
          -- 2: another
          CREATE INDEX b ON sales.orders (b);
          CREATE OR REPLACE VIEW v AS SELECT 1;
          GRANT SELECT ON v TO PUBLIC;
          """);

  @Test
  void countsWhatStatementsDo() {
    assertThat(SCRIPT.summary()).containsExactly("2 CREATE INDEX", "1 CREATE VIEW", "1 GRANT");
    assertThat(SCRIPT.lineCount()).isEqualTo(9);
  }

  @Test
  void showsFromTheShowpieceOn() {
    assertThat(SCRIPT.excerpt()).first().isEqualTo("CREATE INDEX b ON sales.orders (b);");
  }

  @Test
  void onlyAFrameIsNothingToDo() {
    assertThat(DryRun.of(Stage.CUTOVER, "-- nothing\nSET a = b;\nBEGIN;\nCOMMIT;\n").statements())
        .isEmpty();
  }
}
