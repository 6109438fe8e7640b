package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;

import dev.schemasync.model.catalog.Collation;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Collations of the sample. */
final class SampleCollations {
  private SampleCollations() {}

  static void add(Sample s) {
    add(s, "by_library", new Collation.Provider.Libc("C", "POSIX"), true);
    add(s, "folded", icu("und-u-ks-level2", Optional.empty()), false);
    if (s.target.has(Feature.COLLATION_RULES)) {
      add(s, "ruled", icu("und", Optional.of("& a < 'it''s'\n& V << w")), true);
    }
    if (s.target.has(Feature.BUILTIN_COLLATIONS)) {
      add(s, "by_server", new Collation.Provider.Builtin("C.UTF-8"), true);
    }
  }

  private static Collation.Provider icu(String locale, Optional<String> rules) {
    return new Collation.Provider.Icu(new SqlText(locale), rules);
  }

  private static void add(
      Sample s, String name, Collation.Provider provider, boolean deterministic) {
    s.pre(
        new Step.CreateCollation(
            new Collation(s.names.app(name), provider, deterministic, ROLE, Optional.empty())));
  }
}
