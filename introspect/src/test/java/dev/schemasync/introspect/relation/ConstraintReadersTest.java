package dev.schemasync.introspect.relation;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.introspect.Reading;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Constraint.Action;
import dev.schemasync.model.catalog.Constraint.Deferrability;
import dev.schemasync.model.catalog.Constraint.Match;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintReadersTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsKeys(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int, b int, c int, d int,
              CONSTRAINT pk PRIMARY KEY (b, a) INCLUDE (d) WITH (fillfactor = 60),
              CONSTRAINT uq UNIQUE (c) DEFERRABLE INITIALLY DEFERRED);
            COMMENT ON CONSTRAINT pk ON t IS 'the key';
            COMMENT ON INDEX pk IS 'its index';
            """);
    assertThat(constraint(catalog, "t", "pk"))
        .isEqualTo(
            new Constraint.PrimaryKey(
                inPublic("t"),
                Identifier.of("pk"),
                identifiers("b", "a"),
                identifiers("d"),
                false,
                Deferrability.NOT_DEFERRABLE,
                ImmutableSortedMap.of("fillfactor", "60"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("the key"),
                Optional.of("its index")));
    assertThat(constraint(catalog, "t", "uq"))
        .isEqualTo(
            new Constraint.Unique(
                inPublic("t"),
                Identifier.of("uq"),
                identifiers("c"),
                identifiers(),
                false,
                false,
                Deferrability.INITIALLY_DEFERRED,
                ImmutableSortedMap.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(catalog.all(Constraint.class)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void attachesTheKeysOfPartitions(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            """);
    ObjectId parent = ObjectId.constraint(ObjectId.table(inPublic("p")), Identifier.of("p_pkey"));
    Constraint.Key key = (Constraint.Key) constraint(catalog, "p1", "p1_pkey");
    assertThat(key.parentIndex()).contains(inPublic("p_pkey"));
    assertThat(((Constraint.Key) constraint(catalog, "p", "p_pkey")).parentIndex()).isEmpty();
    assertThat(catalog.references(key.id()))
        .containsExactly(ObjectId.table(inPublic("p1")), parent);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void readsExclusionConstraints(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int4range, b int, CONSTRAINT x EXCLUDE USING gist
              (a WITH &&, int4range(b, b + 1) WITH -|-) INCLUDE (b)
              WITH (fillfactor = 60) WHERE (b > 0) DEFERRABLE);
            ALTER INDEX x ALTER COLUMN 2 SET STATISTICS 7;
            COMMENT ON CONSTRAINT x ON t IS 'apart';
            """);
    assertThat(constraint(catalog, "t", "x"))
        .isEqualTo(
            new Constraint.Exclusion(
                inPublic("t"),
                Identifier.of("x"),
                Identifier.of("gist"),
                ImmutableList.of(
                    element(new KeyExpression.OfColumn(Identifier.of("a")), "&&"),
                    element(
                        new KeyExpression.OfExpression(new SqlText("int4range(b, (b + 1))")),
                        "-|-")),
                identifiers("b"),
                Optional.of(new SqlText("(b > 0)")),
                Deferrability.DEFERRABLE,
                ImmutableSortedMap.of("fillfactor", "60"),
                Optional.empty(),
                Optional.empty(),
                ImmutableSortedMap.of(2, 7),
                Optional.of("apart"),
                Optional.empty()));
    assertThat(catalog.all(Index.class)).isEmpty();
  }

  private static Constraint.Exclusion.Element element(KeyExpression expression, String operator) {
    return new Constraint.Exclusion.Element(
        new Index.Key(
            expression, Optional.empty(), Optional.empty(), Index.SortOrder.ASC_NULLS_LAST),
        QualifiedName.of("pg_catalog", operator));
  }

  @Test
  void readsNullsNotDistinct() throws Exception {
    Catalog catalog = catalog(15, "CREATE TABLE t (a int CONSTRAINT u UNIQUE NULLS NOT DISTINCT)");
    assertThat(((Constraint.Unique) constraint(catalog, "t", "u")).nullsNotDistinct()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsChecks(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE p (a int CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            ALTER TABLE p1 ADD CONSTRAINT own CHECK (a <> 3) NOT VALID;
            CREATE TABLE n (a int, CONSTRAINT mine CHECK (a <> 7) NO INHERIT);
            """);
    assertThat(constraint(catalog, "p1", "positive"))
        .isEqualTo(check("p1", "positive", "(a > 0)", false, true, true));
    assertThat(constraint(catalog, "p", "positive"))
        .isEqualTo(check("p", "positive", "(a > 0)", false, false, true));
    assertThat(constraint(catalog, "p1", "own"))
        .isEqualTo(check("p1", "own", "(a <> 3)", false, false, false));
    assertThat(constraint(catalog, "n", "mine"))
        .isEqualTo(check("n", "mine", "(a <> 7)", true, false, true));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsForeignKeys(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE r (a int, b int, CONSTRAINT key UNIQUE (a, b));
            CREATE TABLE t (x int, y int,
              CONSTRAINT fk FOREIGN KEY (y, x) REFERENCES r (b, a) MATCH FULL
                ON UPDATE CASCADE ON DELETE SET DEFAULT DEFERRABLE);
            ALTER TABLE t ADD CONSTRAINT late FOREIGN KEY (x, y) REFERENCES r (a, b)
              ON UPDATE RESTRICT ON DELETE SET NULL NOT VALID;
            """);
    assertThat(constraint(catalog, "t", "fk"))
        .isEqualTo(
            new Constraint.ForeignKey(
                inPublic("t"),
                Identifier.of("fk"),
                identifiers("y", "x"),
                inPublic("r"),
                identifiers("b", "a"),
                Match.FULL,
                Action.CASCADE,
                Action.SET_DEFAULT,
                identifiers(),
                false,
                Deferrability.DEFERRABLE,
                true,
                true,
                Optional.empty()));
    Constraint.ForeignKey late = (Constraint.ForeignKey) constraint(catalog, "t", "late");
    assertThat(late.validated()).isFalse();
    assertThat(late.match()).isEqualTo(Match.SIMPLE);
    assertThat(late.onUpdate()).isEqualTo(Action.RESTRICT);
    assertThat(late.onDelete()).isEqualTo(Action.SET_NULL);
    assertThat(catalog.references(late.id()))
        .containsExactly(
            ObjectId.table(inPublic("r")),
            ObjectId.table(inPublic("t")),
            ObjectId.constraint(ObjectId.table(inPublic("r")), Identifier.of("key")));
  }

  @Test
  void readsTheColumnsThatOnDeleteSets() throws Exception {
    Catalog catalog =
        catalog(
            15,
            """
            CREATE TABLE r (a int, b int, PRIMARY KEY (a, b));
            CREATE TABLE t (x int, y int, CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES r
              ON DELETE SET NULL (y));
            """);
    assertThat(((Constraint.ForeignKey) constraint(catalog, "t", "fk")).onDeleteColumns())
        .isEqualTo(identifiers("y"));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void readsOneForeignKeyForAPartitionedTable(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE r (a int PRIMARY KEY) PARTITION BY LIST (a);
            CREATE TABLE r1 PARTITION OF r FOR VALUES IN (1);
            CREATE TABLE t (x int REFERENCES r) PARTITION BY LIST (x);
            CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
            """);
    assertThat(catalog.all(Constraint.ForeignKey.class).map(fk -> fk.id().toString()))
        .containsExactly("constraint public.t.t_x_fkey");
  }

  @Test
  void readsNamesOfNotNullConstraintsThatTheServerWouldNotChoose() throws Exception {
    Catalog catalog =
        catalog(
            18,
            """
            CREATE TABLE t (a int NOT NULL, b int CONSTRAINT must NOT NULL, c int, k int PRIMARY KEY,
              CONSTRAINT local NOT NULL c NO INHERIT);
            ALTER TABLE t ADD d int;
            ALTER TABLE t ADD CONSTRAINT later NOT NULL d NOT VALID;
            CREATE TABLE a_table_with_a_name_that_is_quite_long_indeed_ääääää (
              a_column_with_a_name_that_is_even_longer_than_that_öööööööö int NOT NULL);
            """);
    assertThat(
            Reading.table(catalog, "t").columns().stream()
                .map(c -> c.notNull().orElseThrow().toString()))
        .containsExactly(
            "NotNull[name=Optional.empty, noInherit=false, local=true, validated=true,"
                + " comment=Optional.empty]",
            "NotNull[name=Optional[must], noInherit=false, local=true, validated=true,"
                + " comment=Optional.empty]",
            "NotNull[name=Optional[local], noInherit=true, local=true, validated=true,"
                + " comment=Optional.empty]",
            "NotNull[name=Optional.empty, noInherit=false, local=true, validated=true,"
                + " comment=Optional.empty]",
            "NotNull[name=Optional[later], noInherit=false, local=true, validated=false,"
                + " comment=Optional.empty]");
    assertThat(
            Reading.table(catalog, "a_table_with_a_name_that_is_quite_long_indeed_ääääää")
                .columns()
                .getFirst()
                .notNull()
                .orElseThrow()
                .name())
        .isEmpty();
  }

  @Test
  void readsConstraintsThatNobodyEnforces() throws Exception {
    Catalog catalog =
        catalog(
            18,
            """
            CREATE TABLE t (a int PRIMARY KEY, CONSTRAINT c CHECK (a > 0) NOT ENFORCED,
              CONSTRAINT k FOREIGN KEY (a) REFERENCES t NOT ENFORCED);
            """);
    Constraint.Check check = (Constraint.Check) constraint(catalog, "t", "c");
    assertThat(check.enforced()).isFalse();
    assertThat(check.validated()).as("no row is left to be looked at").isTrue();
    Constraint.ForeignKey key = (Constraint.ForeignKey) constraint(catalog, "t", "k");
    assertThat(key.enforced()).isFalse();
    assertThat(key.validated()).isTrue();
  }

  private static Constraint constraint(Catalog catalog, String table, String name) {
    return catalog
        .find(
            ObjectId.constraint(ObjectId.table(inPublic(table)), Identifier.of(name)),
            Constraint.class)
        .orElseThrow();
  }

  private static Constraint check(
      String table,
      String name,
      String expression,
      boolean noInherit,
      boolean inherited,
      boolean validated) {
    return new Constraint.Check(
        inPublic(table),
        Identifier.of(name),
        new SqlText(expression),
        noInherit,
        true,
        inherited,
        true,
        validated,
        Optional.empty());
  }

  private static ImmutableList<Identifier> identifiers(String... names) {
    return Arrays.stream(names).map(Identifier::of).collect(ImmutableList.toImmutableList());
  }
}
