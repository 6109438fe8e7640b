package dev.schemasync.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.cli.config.AcceptedKeys;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The errors that the operator takes responsibility for, as {@code --accept CODE[:OBJECT]} names
 * them.
 */
public record Acceptance(ImmutableSet<Entry> entries) {
  /**
   * One {@code --accept}.
   *
   * @param object the object as findings print it; any, if empty
   */
  public record Entry(FindingCode code, Optional<String> object) {
    @Override
    public String toString() {
      return code.code() + object.map(o -> ":" + o).orElse("");
    }

    boolean covers(Finding finding) {
      return finding.code() == code
          && (object.isEmpty()
              || finding.object().map(o -> o.display()).equals(object)
              || finding.object().map(Object::toString).equals(object));
    }
  }

  /**
   * Reads the values of the option.
   *
   * @throws IllegalArgumentException if a code is unknown, or one that nobody can accept
   */
  public static Acceptance parse(List<String> values) {
    return new Acceptance(values.stream().map(Acceptance::entry).collect(toImmutableSet()));
  }

  private static Entry entry(String value) {
    int colon = value.indexOf(':');
    String code = colon < 0 ? value : value.substring(0, colon);
    return new Entry(
        acceptable(
            Arrays.stream(FindingCode.values())
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "unknown code \"" + code + "\"; these can be accepted: " + codes()))),
        colon < 0 ? Optional.empty() : Optional.of(value.substring(colon + 1)));
  }

  private static FindingCode acceptable(FindingCode code) {
    code.refusal()
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(code.code() + " cannot be accepted: " + reason);
            });
    return code;
  }

  private static String codes() {
    return Arrays.stream(FindingCode.values())
        .filter(c -> c.refusal().isEmpty())
        .map(FindingCode::code)
        .collect(Collectors.joining(", ", "", ", " + AcceptedKeys.CODE));
  }

  /** Whether a finding stops the run. */
  public boolean stops(Finding finding) {
    return finding.severity() == Severity.ERROR
        && entries.stream().noneMatch(e -> e.covers(finding));
  }

  /** The entries that no finding needed; a typing error shows there. */
  public ImmutableList<Entry> unused(List<Finding> findings) {
    return entries.stream()
        .filter(e -> findings.stream().noneMatch(e::covers))
        .collect(toImmutableList());
  }
}
