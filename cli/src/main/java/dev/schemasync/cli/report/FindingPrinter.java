package dev.schemasync.cli.report;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import dev.schemasync.cli.Acceptance;
import dev.schemasync.cli.Terminal;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Prints findings, gravest first, each with its object and remedy; one that several shards share is
 * printed once, and a long list of notes of one kind is shortened to the names of its objects.
 */
public final class FindingPrinter {
  /** Of the notes of one code beyond this number just the objects are named. */
  private static final int NOTES = 5;

  /** Objects that are named in one list. */
  private static final int NAMES = 500;

  /** Differences of one code beyond this number are counted, not printed. */
  private static final int DIFFERENCES = 50;

  private final Terminal terminal;

  /** A printer to a terminal's error stream. */
  public FindingPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints what was found before anything was written, and whether it stops the run. */
  public void print(List<Finding> findings, Acceptance accepted) {
    printAll(findings, accepted, Integer.MAX_VALUE);
    accepted
        .unused(findings)
        .forEach(e -> terminal.err().println("note: --accept " + e + " matched no finding"));
    List<Finding> stopping = merged(findings, accepted::stops).keySet().stream().toList();
    if (!stopping.isEmpty()) {
      terminal
          .err()
          .printf("%s; nothing was changed%s%n", count(stopping.size(), "error"), wayOn(stopping));
    }
  }

  /** Prints what the comparison after a run found. */
  void printDifferences(List<Finding> differences, Acceptance accepted) {
    printAll(differences, accepted, DIFFERENCES);
    int open = merged(differences, accepted::stops).size();
    int left = open == 0 ? merged(differences, f -> true).size() : open;
    terminal
        .err()
        .printf(
            "%s left%n",
            count(left, open == 0 ? "accepted difference" : "difference")
                + (left == 1 ? " is" : " are"));
  }

  private static String count(int number, String what) {
    return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
  }

  /** How to go on in spite of the errors that can be accepted. */
  private static String wayOn(List<Finding> stopping) {
    return stopping.stream()
        .filter(f -> f.code().refusal().isEmpty())
        .findFirst()
        .map(
            f ->
                ". To go on in spite of one: --accept CODE[:OBJECT], such as --accept '%s'"
                    .formatted(key(f)))
        .orElse("");
  }

  /** What accepts just this one. */
  private static String key(Finding finding) {
    return finding.code().code() + finding.object().map(o -> ":" + o.display()).orElse("");
  }

  private void printAll(List<Finding> findings, Acceptance accepted, int limit) {
    ImmutableListMultimap<FindingCode, Finding> byCode =
        Multimaps.index(ImmutableSortedSet.copyOf(findings), Finding::code);
    for (FindingCode code : byCode.keySet()) {
      print(
          code,
          merged(byCode.get(code), f -> true),
          accepted,
          code.severity() == Severity.NOTE ? Math.min(NOTES, limit) : limit);
    }
  }

  /** Findings without their shard, each with the shards it was found on. */
  private static SortedMap<Finding, List<Integer>> merged(
      Collection<Finding> findings, Predicate<Finding> wanted) {
    SortedMap<Finding, List<Integer>> shards = new TreeMap<>();
    for (Finding finding : Iterables.filter(findings, wanted::test)) {
      List<Integer> on =
          shards.computeIfAbsent(
              new Finding(
                  finding.code(),
                  finding.object(),
                  Optional.empty(),
                  finding.message(),
                  finding.remedy()),
              f -> new ArrayList<>());
      finding.shard().ifPresent(on::add);
    }
    return shards;
  }

  private void print(
      FindingCode code, SortedMap<Finding, List<Integer>> merged, Acceptance accepted, int limit) {
    int printed = 0;
    for (Map.Entry<Finding, List<Integer>> entry : merged.entrySet()) {
      if (printed == limit) {
        terminal
            .err()
            .printf(
                "%s [%s] … and %,d more%s%n",
                code.severity().name().toLowerCase(Locale.ROOT),
                code.code(),
                merged.size() - printed,
                code.severity() == Severity.NOTE ? names(merged, printed) : "");
        return;
      }
      Finding finding = entry.getKey();
      terminal
          .err()
          .printf(
              "%s [%s] %s%s%n    %s%n",
              word(finding, accepted),
              code.code(),
              shards(entry.getValue()),
              finding.message(),
              finding.remedy());
      printed++;
    }
  }

  /** The objects of what is not printed in full, as far as a person may read them. */
  private static String names(SortedMap<Finding, List<Integer>> merged, int printed) {
    return merged.keySet().stream()
        .skip(printed)
        .limit(NAMES)
        .flatMap(finding -> finding.object().stream())
        .map(ObjectId::toString)
        .distinct()
        .collect(
            Collectors.joining(", ", ": ", merged.size() - printed > NAMES ? ", and so on" : ""));
  }

  private static String word(Finding finding, Acceptance accepted) {
    return finding.severity() == Severity.ERROR && !accepted.stops(finding)
        ? "accepted"
        : finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String shards(List<Integer> numbers) {
    return switch (numbers.size()) {
      case 0 -> "";
      case 1 -> "shard " + numbers.getFirst() + ": ";
      default ->
          "shards "
              + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + ": ";
    };
  }
}
