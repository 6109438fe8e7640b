package dev.schemasync.introspect.relation;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsReaderTest {
  @ParameterizedTest
  @ValueSource(ints = {13, 17, 18})
  void readsKindsColumnsAndTarget(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int, "B" int, c int);
            CREATE SCHEMA other;
            CREATE STATISTICS other.s (mcv, ndistinct) ON c, "B" FROM t;
            ALTER STATISTICS other.s SET STATISTICS 0;
            COMMENT ON STATISTICS other.s IS 'x';
            """);
    Statistics read = catalog.all(Statistics.class).findFirst().orElseThrow();
    assertThat(read.relation()).isEqualTo(ObjectId.table(inPublic("t")));
    assertThat(read.kinds())
        .isEqualTo(ImmutableSortedSet.of(Statistics.Kind.NDISTINCT, Statistics.Kind.MCV));
    assertThat(read.columns()).containsExactly(Identifier.of("B"), Identifier.of("c"));
    assertThat(read.expressions()).isEmpty();
    assertThat(read.target()).contains(0);
    assertThat(read.comment()).contains("x");
    assertThat(catalog.references(read.id())).contains(read.relation());
  }

  @Test
  void readsExpressions() throws Exception {
    Catalog catalog =
        catalog(
            14,
            """
            CREATE TABLE t (a int, b text);
            CREATE STATISTICS s ON (lower(b)) FROM t;
            CREATE STATISTICS u (mcv) ON (a % 10), b FROM t;
            """);
    assertThat(catalog.all(Statistics.class))
        .extracting(Statistics::kinds, Statistics::expressions)
        .containsExactly(
            tuple(ImmutableSortedSet.of(), ImmutableList.of(new SqlText("lower(b)"))),
            tuple(
                ImmutableSortedSet.of(Statistics.Kind.MCV),
                ImmutableList.of(new SqlText("(a % 10)"))));
  }
}
