package dev.schemasync.introspect.routine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationListTest {

  @Test
  void splitsAListIntoItsItems() {
    assertThat(ConfigurationList.values("search_path", "public, \"$user\" ,\"a, \"\"b\"\"\",Plain"))
        .hasValue(ImmutableList.of("public", "$user", "a, \"b\"", "Plain"));
  }

  @Test
  void tellsAnEmptyListFromAnEmptyItem() {
    assertThat(ConfigurationList.values("search_path", " ")).hasValue(ImmutableList.of());
    assertThat(ConfigurationList.values("search_path", "\"\"")).hasValue(ImmutableList.of(""));
  }

  @Test
  void leavesOtherParametersWhole() {
    assertThat(ConfigurationList.values("DateStyle", "ISO, DMY"))
        .hasValue(ImmutableList.of("ISO, DMY"));
  }

  @Test
  void refusesWhatIsNoList() {
    for (String broken : ImmutableList.of("a b", "\"a", "a,", ",a", "\"a\"b")) {
      assertThat(ConfigurationList.values("search_path", broken))
          .as(broken)
          .isEqualTo(Optional.empty());
    }
  }
}
