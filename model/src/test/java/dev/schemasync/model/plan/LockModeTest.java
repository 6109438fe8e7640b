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
    for (LockMode held : LockMode.values()) {
      for (LockMode wanted : LockMode.values()) {
        assertThat(held.conflictsWith(wanted))
            .as("%s against %s", held, wanted)
            .isEqualTo(CONFLICTS.get(held.ordinal()).charAt(wanted.ordinal()) == 'X');
      }
    }
  }
}
