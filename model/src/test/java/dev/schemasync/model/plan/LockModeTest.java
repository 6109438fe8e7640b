package dev.schemasync.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table "Conflicting Lock Modes" of the manual (chapter "Explicit Locking"), row by row. */
class LockModeTest {
  private static final List<String> CONFLICTS =
      List.of(
          ".......X", // ACCESS SHARE
          "......XX", // ROW SHARE
          "....XXXX", // ROW EXCLUSIVE
          "...XXXXX", // SHARE UPDATE EXCLUSIVE
          "..XX.XXX", // SHARE
          "..XXXXXX", // SHARE ROW EXCLUSIVE
          ".XXXXXXX", // EXCLUSIVE
          "XXXXXXXX"); // ACCESS EXCLUSIVE

  @Test
  void conflictsAreThoseOfTheManual() {
    assertThat(LockMode.values()).hasSize(CONFLICTS.size());
    List<LockMode> modes = List.of(LockMode.values());
    for (int held = 0; held < modes.size(); held++) {
      for (int wanted = 0; wanted < modes.size(); wanted++) {
        assertThat(modes.get(held).conflictsWith(modes.get(wanted)))
            .as("%s against %s", modes.get(held), modes.get(wanted))
            .isEqualTo(CONFLICTS.get(held).charAt(wanted) == 'X');
      }
    }
  }
}
