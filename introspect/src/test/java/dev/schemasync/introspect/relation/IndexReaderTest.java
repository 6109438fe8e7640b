package dev.schemasync.introspect.relation;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.Index.SortOrder;
import dev.schemasync.model.catalog.KeyExpression;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexReaderTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsIndexes(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int, b text, c text COLLATE "C", d int[], p point, h varchar,
              PRIMARY KEY (a));
            CREATE UNIQUE INDEX i ON t (a DESC, b COLLATE "POSIX" text_pattern_ops NULLS FIRST,
              lower(b) DESC NULLS LAST, (a + 1)) INCLUDE (d) WITH (fillfactor = 50)
              WHERE a > 0;
            ALTER INDEX i ALTER COLUMN 3 SET STATISTICS 17;
                        COMMENT ON INDEX i IS 'odd';
            CREATE INDEX gin ON t USING gin (d);
            CREATE INDEX gist ON t USING gist (p);
            CREATE INDEX words ON t (h text_ops, h varchar_pattern_ops);
            ALTER TABLE t CLUSTER ON words;
            """);
    assertThat(index(catalog, "i"))
        .isEqualTo(
            new Index(
                inPublic("i"),
                ObjectId.table(inPublic("t")),
                false,
                Identifier.of("btree"),
                true,
                false,
                ImmutableList.of(
                    key(column("a"), SortOrder.DESC_NULLS_FIRST),
                    new Index.Key(
                        column("b"),
                        Optional.of(system("POSIX")),
                        opclass("text_pattern_ops"),
                        SortOrder.ASC_NULLS_FIRST),
                    // Column c's collation might have come into the expression.
                    new Index.Key(
                        expression("lower(b)"),
                        Optional.of(system("default")),
                        Optional.empty(),
                        SortOrder.DESC_NULLS_LAST),
                    key(expression("((a + 1))"), SortOrder.ASC_NULLS_LAST)),
                ImmutableList.of(Identifier.of("d")),
                Optional.of(new SqlText("(a > 0)")),
                ImmutableSortedMap.of("fillfactor", "50"),
                Optional.empty(),
                Optional.empty(),
                ImmutableSortedMap.of(3, 17),
                true,
                Optional.of("odd")));
    assertThat(index(catalog, "gin").keys())
        .containsExactly(key(column("d"), SortOrder.ASC_NULLS_LAST));
    assertThat(index(catalog, "gist").keys())
        .containsExactly(key(column("p"), SortOrder.ASC_NULLS_LAST));
    assertThat(index(catalog, "words").keys())
        .containsExactly(
            key(column("h"), SortOrder.ASC_NULLS_LAST),
            new Index.Key(
                column("h"),
                Optional.empty(),
                opclass("varchar_pattern_ops"),
                SortOrder.ASC_NULLS_LAST));
    assertThat(catalog.find(ObjectId.table(inPublic("t")), Table.class).flatMap(Table::clusteredOn))
        .contains(Identifier.of("words"));
    assertThat(catalog.all(Index.class)).hasSize(4);
    assertThat(catalog.references(index(catalog, "i").id()))
        .containsExactly(ObjectId.table(inPublic("t")));
  }

  /** The default class of another type goes without saying only where this type has none. */
  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void namesADefaultOperatorClassThatIsNotTheTypesOwn(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TYPE plain AS ENUM ('a', 'b');
            CREATE DOMAIN feeling AS mood;
            CREATE OPERATOR CLASS mood_ops DEFAULT FOR TYPE mood USING hash AS
              OPERATOR 1 =(anyenum, anyenum), FUNCTION 1 hashenum(anyenum);
            CREATE TABLE t (m mood, f feeling, p plain);
            CREATE INDEX general ON t USING hash (m enum_ops);
            CREATE INDEX of_domain ON t USING hash (f enum_ops);
            CREATE INDEX own ON t USING hash (m mood_ops);
            CREATE INDEX other ON t USING hash (p enum_ops);
            """);
    assertThat(index(catalog, "general").keys().getFirst().opclass())
        .isEqualTo(opclass("enum_ops"));
    assertThat(index(catalog, "of_domain").keys().getFirst().opclass())
        .isEqualTo(opclass("enum_ops"));
    assertThat(index(catalog, "own").keys().getFirst().opclass()).isEmpty();
    assertThat(index(catalog, "other").keys().getFirst().opclass()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void readsParametersOfOperatorClasses(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            "CREATE TABLE t (v tsvector)",
            "CREATE INDEX i ON t USING gist (v tsvector_ops (siglen = 100))");
    assertThat(index(catalog, "i").keys().getFirst().opclass())
        .contains(
            new Index.OperatorClass(
                system("tsvector_ops"), ImmutableSortedMap.of("siglen", "100")));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void readsPartitionedIndexes(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE p (a int) PARTITION BY LIST (a);
            CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            CREATE INDEX whole ON p (a);
            CREATE INDEX incomplete ON ONLY p (a);
            """);
    assertThat(index(catalog, "whole").onPartitioned()).isTrue();
    assertThat(index(catalog, "whole").valid()).isTrue();
    assertThat(index(catalog, "incomplete").valid()).isFalse();
    assertThat(index(catalog, "p1_a_idx").onPartitioned()).isFalse();
    assertThat(index(catalog, "p1_a_idx").parentIndex()).contains(inPublic("whole"));
    assertThat(catalog.references(ObjectId.index(inPublic("p1_a_idx"))))
        .containsExactly(ObjectId.table(inPublic("p1")), ObjectId.index(inPublic("whole")));
  }

  @Test
  void readsNullsNotDistinct() throws Exception {
    Catalog catalog =
        catalog(15, "CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT");
    assertThat(index(catalog, "i").nullsNotDistinct()).isTrue();
  }

  private static Index index(Catalog catalog, String name) {
    return catalog.find(ObjectId.index(inPublic(name)), Index.class).orElseThrow();
  }

  private static KeyExpression column(String name) {
    return new KeyExpression.OfColumn(Identifier.of(name));
  }

  private static KeyExpression expression(String text) {
    return new KeyExpression.OfExpression(new SqlText(text));
  }

  private static QualifiedName system(String name) {
    return QualifiedName.of("pg_catalog", name);
  }

  private static Optional<Index.OperatorClass> opclass(String name) {
    return Optional.of(new Index.OperatorClass(system(name), ImmutableSortedMap.of()));
  }

  private static Index.Key key(KeyExpression expression, SortOrder order) {
    return new Index.Key(expression, Optional.empty(), Optional.empty(), order);
  }
}
