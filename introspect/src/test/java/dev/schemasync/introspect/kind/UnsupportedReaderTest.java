package dev.schemasync.introspect.kind;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ChangedAcl;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedReaderTest {

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void findsNothingInAFreshDatabase(int major) throws Exception {
    assertThat(unsupported(catalog(major))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void namesWholeObjects(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TYPE fr AS RANGE (subtype = float8);
            CREATE TYPE pg_catalog."Shell";
            ALTER FUNCTION fr(float8, float8) RENAME TO made;
            ALTER FUNCTION fr(float8, float8, text) COST 7;
            CREATE COLLATION pg_catalog."c 1" (LOCALE = 'C');
            CREATE TABLE t (a int, r fr);
            CREATE STATISTICS pg_catalog.s ON a, r FROM t;
            """);
    assertThat(unsupported(catalog))
        .containsExactly(
            "altered constructor public.fr(double precision,double precision,pg_catalog.text) of"
                + " public.fr",
            "collation in a system schema pg_catalog.\"c 1\"",
            "extended statistics in a system schema pg_catalog.s",
            "name of a constructor public.made(double precision,double precision) of public.fr",
            "type in a system schema pg_catalog.\"Shell\"");
    assertThat(catalog.references(ObjectId.table(inPublic("t"))))
        .contains(Type.RangeType.idOf(inPublic("fr")));
    assertThat(
            catalog.references(
                new ObjectId.Unmodelled("extended statistics in a system schema", "pg_catalog.s")))
        .contains(ObjectId.table(inPublic("t")));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void namesWhatModelledObjectsHaveBesides(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t);
            ALTER TABLE t DISABLE TRIGGER ALL;
            """);
    assertThat(unsupported(catalog))
        .containsExactly("disabled trigger of a constraint t_b_fkey on public.t");
    assertThat(
            catalog.references(
                new ObjectId.Unmodelled(
                    "disabled trigger of a constraint", "t_b_fkey on public.t")))
        .containsExactly(ObjectId.table(inPublic("t")));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void changedPrivilegesOfTheSystemAndOfExtensionsAreReadAsWhatTheyAre(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE EXTENSION citext;
            REVOKE EXECUTE ON FUNCTION regexp_match(citext, citext) FROM PUBLIC;
            REVOKE EXECUTE ON FUNCTION pg_sleep(float8) FROM PUBLIC;
            REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
            REVOKE SELECT ON information_schema.tables FROM PUBLIC;
            GRANT SELECT (rolname) ON pg_authid TO PUBLIC;
            GRANT EXECUTE ON FUNCTION pg_sleep_for(interval) TO PUBLIC;
            """);
    assertThat(unsupported(catalog)).isEmpty();
    assertThat(catalog.all(ChangedAcl.class).map(acl -> acl.id().display()))
        .containsExactly(
            "on table information_schema.tables",
            "on column rolname of table pg_catalog.pg_authid",
            "on routine pg_catalog.pg_sleep(float8)",
            "on routine public.regexp_match(public.citext, public.citext)",
            "on language plpgsql");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 18})
  void namesWhatWasAddedToFamiliesOfExtensions(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            "CREATE EXTENSION btree_gist",
            "CREATE EXTENSION citext",
            "ALTER OPERATOR FAMILY gist_int4_ops USING gist ADD OPERATOR 99 = (int4, int8)",
            "ALTER OPERATOR FAMILY text_ops USING btree ADD OPERATOR 3 = (citext, citext)",
            "ALTER OPERATOR FAMILY citext_ops USING btree ADD FUNCTION 1 (text, text) bttextcmp");
    assertThat(unsupported(catalog))
        .containsExactly(
            "function added to an operator family by hand function 1 (pg_catalog.text,"
                + " pg_catalog.text) of public.citext_ops USING btree",
            "operator added to an operator family by hand operator 3 (public.citext, public.citext)"
                + " of pg_catalog.text_ops USING btree",
            "operator added to an operator family by hand operator 99 (integer, bigint) of"
                + " public.gist_int4_ops USING gist");
    assertThat(catalog.all(FamilyMember.class)).isEmpty();
  }

  @Test
  void namesWhatOnlyNewServersHave() throws Exception {
    Catalog catalog =
        catalog(
            18,
            """
            CREATE TABLE keyed (id int PRIMARY KEY);
            CREATE TABLE parted (a int, b int) PARTITION BY LIST (a);
            CREATE TABLE part_1 PARTITION OF parted FOR VALUES IN (1);
            CREATE TABLE part_2 PARTITION OF parted FOR VALUES IN (2);
            ALTER TABLE parted ADD CONSTRAINT to_keyed FOREIGN KEY (b) REFERENCES keyed NOT VALID;
            ALTER TABLE part_2 VALIDATE CONSTRAINT to_keyed;
            """);
    assertThat(unsupported(catalog))
        .containsExactly("validated foreign key of a partition to_keyed on public.part_2");
  }

  private static List<String> unsupported(Catalog catalog) {
    return catalog.all(UnsupportedObject.class).map(o -> o.id().toString()).sorted().toList();
  }
}
