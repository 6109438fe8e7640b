package dev.schemasync.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant by a misspelled one. */
final class Nearest {

  private Nearest() {}

  /** The candidate with the fewest edits, if it is near enough to be worth suggesting. */
  static Optional<String> to(String word, Collection<String> candidates) {
    int tolerance = Math.max(1, (word.length() + 1) / 3);
    return candidates.stream()
        .filter(candidate -> edits(word, candidate) <= tolerance)
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  /** Insertions, deletions, replacements and swaps of neighbours, ignoring case and {@code -_}. */
  private static int edits(String word, String candidate) {
    String a = word.toLowerCase(Locale.ROOT).replace('-', '_');
    String b = candidate.toLowerCase(Locale.ROOT).replace('-', '_');
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        edits[i][j] = swapped ? Math.min(best, 1 + edits[i - 2][j - 2]) : best;
      }
    }
    return edits[a.length()][b.length()];
  }
}
