package dev.schemasync.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

final class TextTableTest {

  @Test
  void alignsTextLeftAndNumbersRight() {
    TextTable table = new TextTable(ImmutableList.of("table", "rows"));
    table.add(ImmutableList.of("seats", 2000));
    table.add(ImmutableList.of("sales.tenants", 7));

    assertThat(table.lines())
        .containsExactly(
            "table            rows", //
            "seats           2,000",
            "sales.tenants       7");
  }
}
