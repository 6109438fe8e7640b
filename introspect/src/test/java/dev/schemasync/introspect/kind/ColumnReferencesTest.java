package dev.schemasync.introspect.kind;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refers to a column is known by the column, for those who would change its type. */
class ColumnReferencesTest {
  private static final String SCHEMA =
      """
      CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
      CREATE TABLE t (gone int, id int PRIMARY KEY, a int CHECK (a > 0), b int DEFAULT 7, c text,
        g int GENERATED ALWAYS AS (a + 1) STORED, alone int);
      ALTER TABLE t DROP COLUMN gone;
      CREATE TABLE r (t_id int REFERENCES t);
      CREATE VIEW v AS SELECT a AS x FROM t;
      CREATE VIEW w AS SELECT x FROM v;
      CREATE MATERIALIZED VIEW m AS SELECT c FROM t WHERE b = 1;
      CREATE INDEX i_column ON t (b);
      CREATE INDEX i_expression ON t (lower(c));
      CREATE INDEX i_partial ON t (id) WHERE b > 3;
      CREATE TRIGGER tr_of BEFORE UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION act();
      CREATE TRIGGER tr_when BEFORE UPDATE ON t FOR EACH ROW WHEN (old.b = 1) EXECUTE FUNCTION act();
      """;

  private static ObjectId.Part column(ObjectId relation, String name) {
    return ObjectId.column(relation, Identifier.of(name));
  }

  private static ObjectId table(String name) {
    return ObjectId.table(inPublic(name));
  }

  private static ObjectId view(ObjectKind kind, String name) {
    return new ObjectId.InSchema(kind, inPublic(name));
  }

  private static ObjectId constraint(String table, String name) {
    return ObjectId.constraint(table(table), Identifier.of(name));
  }

  private static ObjectId trigger(String name) {
    return ObjectId.trigger(table("t"), Identifier.of(name));
  }

  private static ObjectId index(String name) {
    return ObjectId.index(inPublic(name));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void areKnownFromBothEnds(int major) throws Exception {
    Catalog catalog = catalog(major, SCHEMA);
    ObjectId t = table("t");
    assertThat(catalog.referringTo(column(t, "id")))
        .contains(constraint("t", "t_pkey"), constraint("r", "r_t_id_fkey"), index("i_partial"));
    assertThat(catalog.referringTo(column(t, "a")))
        .containsExactlyInAnyOrder(
            view(ObjectKind.VIEW, "v"),
            constraint("t", "t_a_check"),
            // What generates a column is made with the table.
            t);
    assertThat(catalog.referringTo(column(t, "b")))
        .containsExactlyInAnyOrder(
            view(ObjectKind.MATERIALIZED_VIEW, "m"),
            index("i_column"),
            index("i_partial"),
            trigger("tr_when"));
    assertThat(catalog.referringTo(column(t, "c")))
        .containsExactlyInAnyOrder(
            view(ObjectKind.MATERIALIZED_VIEW, "m"), index("i_expression"), trigger("tr_of"));
    assertThat(catalog.referringTo(column(view(ObjectKind.VIEW, "v"), "x")))
        .containsExactly(view(ObjectKind.VIEW, "w"));
    assertThat(catalog.referringTo(column(t, "alone"))).isEmpty();
    assertThat(catalog.columnsReferredToBy(constraint("r", "r_t_id_fkey")))
        .containsExactly(column(table("r"), "t_id"), column(t, "id"));
    assertThat(catalog.columnsReferredToBy(ObjectId.columnDefault(t, Identifier.of("b"))))
        .as("its own column")
        .isEmpty();
  }

  @Test
  void ofBodiesAndPublications() throws Exception {
    Catalog catalog =
        catalog(
            18,
            """
            CREATE TABLE t (id int PRIMARY KEY, a int, b int);
            CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT max(a) FROM t);
            CREATE PUBLICATION pub FOR TABLE t (id, a) WHERE (id > 1);
            """);
    assertThat(catalog.referringTo(column(table("t"), "a")))
        .map(ObjectId::kind)
        .containsExactlyInAnyOrder(ObjectKind.FUNCTION, ObjectKind.PUBLICATION);
    assertThat(catalog.referringTo(column(table("t"), "b"))).isEmpty();
  }

  /** Each is a reference to the relation too, so whoever follows those misses nothing. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void areAmongTheReferencesToRelations(int major) throws Exception {
    Catalog catalog = catalog(major, SCHEMA);
    catalog
        .columnReferences()
        .forEach(
            (dependent, column) ->
                assertThat(
                        ImmutableSet.<ObjectId>builder()
                            .add(dependent)
                            .addAll(catalog.references(dependent))
                            .build())
                    .as("%s refers to %s", dependent, column)
                    .contains(column.of()));
    Catalog some = catalog.filter(object -> object.id().equals(table("t")));
    assertThat(some.columnReferences()).isEqualTo(catalog.columnReferences());
  }
}
