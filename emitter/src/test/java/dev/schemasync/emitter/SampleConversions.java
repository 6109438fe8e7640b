package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;

import dev.schemasync.model.catalog.Conversion;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Conversions of the sample. */
final class SampleConversions {
  private SampleConversions() {}

  static void add(Sample s) {
    conversion(s, "rarely", false);
    Conversion usual = conversion(s, "usually", true);
    s.pre(new Step.SetOwner(usual.id(), ROLE));
    s.pre(new Step.SetComment(usual.id(), Optional.of("it's usual")));
  }

  private static Conversion conversion(Sample s, String name, boolean byDefault) {
    Conversion conversion =
        new Conversion(
            s.names.app(name),
            "LATIN1",
            "UTF8",
            byDefault,
            QualifiedName.of("pg_catalog", "iso8859_1_to_utf8"),
            ROLE,
            Optional.empty());
    s.pre(new Step.CreateConversion(conversion));
    return conversion;
  }
}
