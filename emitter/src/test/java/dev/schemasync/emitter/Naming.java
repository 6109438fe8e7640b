package dev.schemasync.emitter;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** How a sample calls its objects: by plain names, or by names that try to break out of quotes. */
record Naming(UnaryOperator<String> spelling) {
  static final Naming PLAIN = new Naming(UnaryOperator.identity());

  /** Every name is 63 bytes long, with quotes, dots, a comment, a line break and non-ASCII. */
  static final Naming HOSTILE = new Naming(name -> pad("\"" + name + "'\".$$\n--é; /* SELECT \\ "));

  private static String pad(String name) {
    int bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    return name + "x".repeat(63 - bytes);
  }

  Identifier id(String name) {
    return Identifier.of(spelling.apply(name));
  }

  QualifiedName app(String name) {
    return new QualifiedName(id("app"), id(name));
  }

  /** Deparsed text with names in it, where the template has {@code %s}. */
  SqlText text(String template, String... names) {
    Object[] quoted =
        Arrays.stream(names).map(n -> new SqlWriter().identifier(id(n)).text()).toArray();
    return new SqlText(template.formatted(quoted));
  }
}
