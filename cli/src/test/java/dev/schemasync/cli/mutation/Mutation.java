package dev.schemasync.cli.mutation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.coverage.Tsv;

/**
 * One deed that changes a property.
 *
 * @param components the record components that it changes, as {@link ModelComponents} names them; a
 *     record alone stands for an object that appears or is gone
 * @param since the first major version that understands it
 * @param deed statements
 */
record Mutation(ImmutableList<String> components, int since, String deed) {
  /** Those of a family, which is a folder. */
  static ImmutableList<Mutation> of(String family) {
    return Tsv.read(Mutation.class, "/mutations/%s/mutations.tsv".formatted(family)).stream()
        .map(
            line ->
                new Mutation(
                    ImmutableList.copyOf(Splitter.on(',').split(line.get("components"))),
                    Integer.parseInt(line.get("since")),
                    line.get("deed")))
        .collect(toImmutableList());
  }

  @Override
  public String toString() {
    return "%s: %s".formatted(String.join(",", components), deed);
  }
}
