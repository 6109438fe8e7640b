package dev.schemasync.testkit.catalog;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.name.QualifiedName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary catalogs that a server could hold. */
public final class Catalogs {
  /** What a generated table has. */
  enum Trait {
    PRIMARY_KEY,
    UNIQUE,
    INDEX,
    CHECK,
    DEFAULT_CALLS_FUNCTION,
    SERIAL,
    IDENTITY,
    PARTITIONED,
    TRIGGER,
    COMMENT,
    GRANT,
    REPLICA_IDENTITY_FULL
  }

  /**
   * A generated relation.
   *
   * @param name of a table, or of the view in its place
   * @param traits of a table
   * @param targets positions of the relations that foreign keys and queries refer to
   */
  record Relation(Form form, QualifiedName name, Set<Trait> traits, List<Integer> targets) {}

  /** What a generated relation is. */
  enum Form {
    TABLE,
    VIEW,
    MATERIALIZED_VIEW
  }

  private Catalogs() {}

  /**
   * Catalogs with tables in several schemas, keys, foreign keys (loops and self-references
   * included), checks, indexes, triggers and their functions, sequences owned by columns or behind
   * identities, partitions of partitions, views and materialized views that read each other.
   */
  public static Arbitrary<Catalog> catalogs() {
    Arbitrary<List<QualifiedName>> names =
        Identifiers.qualifiedNames().list().uniqueElements().ofMinSize(1).ofMaxSize(7);
    return names.flatMap(
        all -> Combinators.combine(all.stream().map(Catalogs::relation).toList()).as(Catalogs::of));
  }

  private static Arbitrary<Relation> relation(QualifiedName name) {
    return Combinators.combine(
            Arbitraries.of(Form.TABLE, Form.TABLE, Form.TABLE, Form.VIEW, Form.MATERIALIZED_VIEW),
            Arbitraries.of(Trait.class).set(),
            Arbitraries.integers().between(0, 6).list().uniqueElements().ofMaxSize(3))
        .as((form, traits, targets) -> new Relation(form, name, copy(traits), targets));
  }

  private static Set<Trait> copy(Set<Trait> traits) {
    EnumSet<Trait> copy = EnumSet.noneOf(Trait.class);
    copy.addAll(traits);
    return copy;
  }

  private static Catalog of(List<Relation> relations) {
    return new GeneratedCatalog(relations).build();
  }
}
