package dev.schemasync.testkit.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary names, hostile ones among them. */
public final class Identifiers {
  /** How many bytes a name has at most ({@code NAMEDATALEN - 1}). */
  public static final int MAX_BYTES = 63;

  private Identifiers() {}

  /**
   * Names that servers with a UTF-8 database accept: plain words, keywords, quotes, dots, line
   * breaks, letters beyond ASCII, all up to 63 bytes.
   */
  public static Arbitrary<Identifier> identifiers() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, plain()),
            Tuple.of(2, hostile()),
            Tuple.of(1, keywords()),
            Tuple.of(1, longest()))
        .map(Identifier::of);
  }

  /** Names in one of a few schemas. */
  public static Arbitrary<QualifiedName> qualifiedNames() {
    return Combinators.combine(
            Arbitraries.of("app", "App \"x\".y", "público").map(Identifier::of), identifiers())
        .as(QualifiedName::new);
  }

  private static Arbitrary<String> plain() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
  }

  private static Arbitrary<String> hostile() {
    return Arbitraries.strings()
        .withChars("aZ0_\"'`.,;:()[]{}$%\\/-# \n\r\t\u0001\u007f\u00e4\u00df\u4e2d\u202e\u0301")
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(Identifiers::fits);
  }

  private static Arbitrary<String> keywords() {
    return Arbitraries.of(
        "select",
        "table",
        "user",
        "order",
        "primary",
        "public",
        "none",
        "all",
        "SELECT",
        "\"",
        "''",
        "--",
        "/*",
        "$$",
        "pg_temp",
        "1",
        " ",
        "\ud83d\ude00");
  }

  private static Arbitrary<String> longest() {
    return Arbitraries.of(
        "x".repeat(MAX_BYTES), "\"".repeat(MAX_BYTES), "\u00e4".repeat(31), "\u4e2d".repeat(21));
  }

  private static boolean fits(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }
}
