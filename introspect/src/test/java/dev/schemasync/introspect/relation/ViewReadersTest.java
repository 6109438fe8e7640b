package dev.schemasync.introspect.relation;

import static dev.schemasync.introspect.Reading.inPublic;
import static dev.schemasync.introspect.Reading.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.catalog.View.CheckOption;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.server.Snapshot;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewReadersTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsViews(int major) throws Exception {
    Catalog catalog =
        snapshot(
                major,
                """
                CREATE TABLE t (a int, b text);
                CREATE VIEW v (x) AS SELECT a FROM t;
                CREATE VIEW w WITH (security_barrier) AS SELECT b FROM t WHERE a > 0
                  WITH LOCAL CHECK OPTION;
                COMMENT ON VIEW w IS 'x';
                COMMENT ON COLUMN w.b IS 'y';
                GRANT SELECT (b) ON w TO PUBLIC;
                """)
            .catalog();
    View plain = view(catalog, "v");
    assertThat(plain.query().text()).matches("SELECT (t\\.)?a AS x\\s+FROM public\\.t");
    assertThat(plain.options()).isEmpty();
    assertThat(plain.checkOption()).isEmpty();
    assertThat(plain.columns())
        .satisfiesExactly(
            column -> {
              assertThat(column.name().value()).isEqualTo("x");
              assertThat(column.type()).isEqualTo(TypeRef.builtIn("int4"));
            });
    assertThat(catalog.references(plain.id())).contains(ObjectId.table(inPublic("t")));
    View full = view(catalog, "w");
    assertThat(full.query().text()).doesNotContain(";");
    assertThat(full.options()).isEqualTo(ImmutableSortedMap.of("security_barrier", "true"));
    assertThat(full.checkOption()).hasValue(CheckOption.LOCAL);
    assertThat(full.comment()).hasValue("x");
    assertThat(full.columns().getFirst().comment()).hasValue("y");
    assertThat(full.columns().getFirst().privileges().granted())
        .containsExactly(
            new Grant(new Grantee.Everybody(), Privilege.SELECT, false, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsMaterializedViews(int major) throws Exception {
    Snapshot snapshot =
        snapshot(
            major,
            """
            CREATE MATERIALIZED VIEW m WITH (fillfactor = 70, toast.autovacuum_enabled = false)
              AS SELECT 'x;'::text AS a;
            CREATE MATERIALIZED VIEW n AS SELECT 1 AS b WITH NO DATA;
            COMMENT ON MATERIALIZED VIEW m IS 'x';
            """);
    MaterializedView m =
        snapshot
            .catalog()
            .find(
                new ObjectId.InSchema(ObjectKind.MATERIALIZED_VIEW, inPublic("m")),
                MaterializedView.class)
            .orElseThrow();
    assertThat(m.query().text()).isEqualTo("SELECT 'x;'::text AS a");
    assertThat(m.storageParameters())
        .isEqualTo(ImmutableSortedMap.of("fillfactor", "70", "toast.autovacuum_enabled", "false"));
    assertThat(m.accessMethod()).isEmpty();
    assertThat(m.comment()).hasValue("x");
    assertThat(snapshot.populated()).containsExactly(inPublic("m"));
  }

  private static View view(Catalog catalog, String name) {
    return catalog
        .find(new ObjectId.InSchema(ObjectKind.VIEW, inPublic(name)), View.class)
        .orElseThrow();
  }
}
