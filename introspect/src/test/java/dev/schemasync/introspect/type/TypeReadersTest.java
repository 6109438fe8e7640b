package dev.schemasync.introspect.type;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Collation;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.Type.CompositeType;
import dev.schemasync.model.catalog.Type.Domain;
import dev.schemasync.model.catalog.Type.DomainCheck;
import dev.schemasync.model.catalog.Type.EnumType;
import dev.schemasync.model.catalog.Type.RangeType;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeReadersTest {
  private static final Identifier POSTGRES = Identifier.of("postgres");

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsSchemas(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE SCHEMA "My ""S"" é";
            COMMENT ON SCHEMA "My ""S"" é" IS 'odd';
            GRANT USAGE ON SCHEMA "My ""S"" é" TO PUBLIC;
            """);
    assertThat(catalog.all(Schema.class))
        .filteredOn(s -> !s.name().value().equals("public"))
        .containsExactly(
            new Schema(
                Identifier.of("My \"S\" é"),
                POSTGRES,
                new Privileges(
                    ImmutableSortedSet.of(
                        new Grant(
                            new Grantee.Everybody(), Privilege.USAGE, false, Optional.empty())),
                    ImmutableSortedSet.of()),
                Optional.of("odd")));
    assertThat(catalog.contains(ObjectId.schema(Identifier.of("public")))).isTrue();
  }

  @Test
  void noticesThatPublicWasDropped() throws Exception {
    assertThat(catalog(15, "DROP SCHEMA public").all(Schema.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsExtensionsWithoutTheirMembers(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE SCHEMA ext;
            CREATE EXTENSION citext WITH SCHEMA ext VERSION '1.6';
            CREATE TABLE t (a ext.citext);
            """);
    assertThat(catalog.find(ObjectId.extension(Identifier.of("citext")), Extension.class))
        .hasValueSatisfying(
            extension -> {
              assertThat(extension.schema()).isEqualTo(Identifier.of("ext"));
              assertThat(extension.version()).isEqualTo("1.6");
              assertThat(extension.comment()).isPresent();
            });
    assertThat(catalog.all(Function.class)).isEmpty();
    assertThat(catalog.all(Type.class)).isEmpty();
    assertThat(catalog.references(ObjectId.table(inPublic("t"))))
        .contains(ObjectId.extension(Identifier.of("citext")));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsEnumsInSortOrder(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TYPE mood AS ENUM ('sad', 'happy');
            ALTER TYPE mood ADD VALUE 'o''k' BEFORE 'happy';
            CREATE TYPE none AS ENUM ();
            COMMENT ON TYPE mood IS 'how';
            REVOKE ALL ON TYPE mood FROM PUBLIC;
            """);
    assertThat(catalog.all(EnumType.class))
        .containsExactly(
            new EnumType(
                inPublic("mood"),
                ImmutableList.of("sad", "o'k", "happy"),
                POSTGRES,
                new Privileges(
                    ImmutableSortedSet.of(),
                    ImmutableSortedSet.of(
                        new Grant(
                            new Grantee.Everybody(), Privilege.USAGE, false, Optional.empty()))),
                Optional.of("how")),
            new EnumType(
                inPublic("none"),
                ImmutableList.of(),
                POSTGRES,
                Privileges.DEFAULT,
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsDomains(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE DOMAIN plain AS numeric(10,2)[] NOT NULL;
            CREATE DOMAIN full_one AS varchar(5) COLLATE "C" DEFAULT 'x' CHECK (VALUE ~ 'a');
            CREATE FUNCTION ok(full_one) RETURNS bool LANGUAGE sql AS 'SELECT true';
            ALTER DOMAIN full_one ADD CONSTRAINT "A" CHECK (ok(VALUE)) NOT VALID;
            COMMENT ON CONSTRAINT "A" ON DOMAIN full_one IS 'why';
            COMMENT ON DOMAIN full_one IS 'what';
            """);
    Domain full = find(catalog, ObjectKind.DOMAIN, "full_one", Domain.class);
    assertThat(full.baseType().toString()).isEqualTo("varchar(5)");
    assertThat(full.collation()).hasValue(QualifiedName.of("pg_catalog", "C"));
    assertThat(full.defaultValue()).hasValue(new SqlText("'x'::character varying"));
    assertThat(full.notNull()).isEmpty();
    assertThat(full.checks())
        .containsExactly(
            new DomainCheck(
                Identifier.of("A"),
                new SqlText("public.ok((VALUE)::public.full_one)"),
                false,
                Optional.of("why")),
            new DomainCheck(
                Identifier.of("full_one_check"),
                new SqlText("((VALUE)::text ~ 'a'::text)"),
                true,
                Optional.empty()));
    assertThat(full.comment()).hasValue("what");
    ObjectId check = ObjectId.constraint(full.id(), Identifier.of("A"));
    assertThat(catalog.references(check).toString()).contains("public.ok(public.full_one)");
    assertThat(catalog.references(full.id()).toString()).doesNotContain("public.ok");
    Domain plain = find(catalog, ObjectKind.DOMAIN, "plain", Domain.class);
    assertThat(plain.baseType().toString()).isEqualTo("numeric(10,2)[]");
    assertThat(plain.notNull()).contains(Type.DomainNotNull.PLAIN);
    assertThat(plain.collation()).isEmpty();
    assertThat(plain.defaultValue()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsCompositeTypesThatStandAlone(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int);
            CREATE TYPE addr AS (street varchar(40) COLLATE "C", gone int, rows t[]);
            ALTER TYPE addr DROP ATTRIBUTE gone;
            COMMENT ON COLUMN addr.street IS 'x';
            COMMENT ON TYPE addr IS 'y';
            """);
    assertThat(catalog.all(CompositeType.class))
        .containsExactly(
            new CompositeType(
                inPublic("addr"),
                ImmutableList.of(
                    new Type.Attribute(
                        Identifier.of("street"),
                        new TypeRef(
                            QualifiedName.of("pg_catalog", "varchar"),
                            new TypeModifier.Arguments(ImmutableList.of("40")),
                            false),
                        Optional.of(QualifiedName.of("pg_catalog", "C")),
                        Optional.of("x")),
                    new Type.Attribute(
                        Identifier.of("rows"),
                        new TypeRef(inPublic("t"), new TypeModifier.None(), true),
                        Optional.empty(),
                        Optional.empty())),
                POSTGRES,
                Privileges.DEFAULT,
                Optional.of("y")));
    assertThat(
            catalog.references(new ObjectId.InSchema(ObjectKind.COMPOSITE_TYPE, inPublic("addr"))))
        .contains(ObjectId.table(inPublic("t")));
  }

  private static <T extends Type> T find(
      Catalog catalog, ObjectKind kind, String name, Class<T> type) {
    return catalog.find(new ObjectId.InSchema(kind, inPublic(name)), type).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void readsCollations(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE COLLATION two (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');
            CREATE COLLATION "I ""C"" x" (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
            COMMENT ON COLLATION "I ""C"" x" IS 'folds';
            """);
    assertThat(catalog.all(Collation.class))
        .containsExactly(
            new Collation(
                inPublic("I \"C\" x"),
                new Collation.Provider.Icu(new SqlText("und-u-ks-level2"), Optional.empty()),
                false,
                POSTGRES,
                Optional.of("folds")),
            new Collation(
                inPublic("two"),
                new Collation.Provider.Libc("C", "POSIX"),
                true,
                POSTGRES,
                Optional.empty()));
  }

  @Test
  void readsWhatOnlyNewCollationsHave() throws Exception {
    Catalog catalog =
        catalog(
            18,
            """
            CREATE COLLATION b (PROVIDER = builtin, LOCALE = 'C.UTF-8');
            CREATE COLLATION i (PROVIDER = icu, LOCALE = 'sv', RULES = '& a < b');
            """);
    assertThat(catalog.all(Collation.class))
        .extracting(Collation::provider)
        .containsExactly(
            new Collation.Provider.Builtin("C.UTF-8"),
            new Collation.Provider.Icu(new SqlText("sv"), Optional.of("& a < b")));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 17, 18})
  void readsRangeTypes(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TYPE "a range" AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi);
            CREATE TYPE "b range" AS RANGE (SUBTYPE = date);
            COMMENT ON FUNCTION "b range"(date, date) IS 'makes one';
            """);
    boolean multiranges = major >= 14;
    assertThat(catalog.all(RangeType.class))
        .containsExactly(
            range(
                "a range",
                TypeRef.builtIn("float8"),
                Optional.of(QualifiedName.of("pg_catalog", "float8mi")),
                multiranges ? Optional.of(inPublic("a multirange")) : Optional.empty()),
            range(
                "b range",
                TypeRef.builtIn("date"),
                Optional.empty(),
                multiranges ? Optional.of(inPublic("b multirange")) : Optional.empty()));
    assertThat(catalog.all(RangePart.class)).hasSize(multiranges ? 12 : 4);
    assertThat(catalog.all(RangePart.class))
        .contains(
            new RangePart.Constructor(
                inPublic("b range"),
                ImmutableList.of(TypeRef.builtIn("date"), TypeRef.builtIn("date")),
                inPublic("b range"),
                POSTGRES,
                Privileges.DEFAULT,
                Optional.of("makes one")));
  }

  private static RangeType range(
      String name,
      TypeRef subtype,
      Optional<QualifiedName> difference,
      Optional<QualifiedName> multirange) {
    return new RangeType(
        inPublic(name),
        subtype,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        difference,
        multirange,
        POSTGRES,
        Privileges.DEFAULT,
        Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 18})
  void readsBaseTypesAndShells(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TYPE declared;
            COMMENT ON TYPE declared IS 'some day';
            CREATE TYPE number;
            CREATE FUNCTION number_in(cstring) RETURNS number LANGUAGE internal AS 'int4in';
            CREATE FUNCTION number_out(number) RETURNS cstring LANGUAGE internal AS 'int4out';
            CREATE FUNCTION number_send(number) RETURNS bytea LANGUAGE internal AS 'int4send';
            CREATE TYPE number (INPUT = number_in, OUTPUT = number_out, SEND = number_send,
              INTERNALLENGTH = 4, PASSEDBYVALUE, CATEGORY = 'N', DELIMITER = ';', DEFAULT = '0');
            CREATE TYPE _short AS ENUM ();
            CREATE TABLE t (a number[]);
            """);
    assertThat(catalog.all(Type.ShellType.class))
        .containsExactly(
            new Type.ShellType(
                inPublic("declared"), POSTGRES, Privileges.DEFAULT, Optional.of("some day")));
    assertThat(catalog.all(Type.BaseType.class))
        .containsExactly(
            new Type.BaseType(
                inPublic("number"),
                inPublic("number_in"),
                inPublic("number_out"),
                ImmutableSortedMap.of(Type.Support.SEND, inPublic("number_send")),
                4,
                true,
                Type.Alignment.INT4,
                Column.Storage.PLAIN,
                "N",
                false,
                ";",
                Optional.empty(),
                false,
                Optional.of("0"),
                POSTGRES,
                Privileges.DEFAULT,
                Optional.empty()));
    assertThat(catalog.references(ObjectId.table(inPublic("t"))))
        .contains(new ObjectId.InSchema(ObjectKind.BASE_TYPE, inPublic("number")));
  }
}
