package dev.schemasync.introspect.kind;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectForm.DefaultsOf.Target;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identities of objects that have no record and no plain name: unique, ordered, and printed. */
class ObjectFormsTest {
  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void tellsApartWhatHasMoreThanAName(int major) throws Exception {
    Catalog catalog;
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("forms");
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            """
            CREATE ROLE "of forms";
            CREATE SCHEMA "a b";
            CREATE TYPE "a b"."c, d" AS (x int);
            CREATE FUNCTION one("a b"."c, d") RETURNS bool LANGUAGE sql ALWAYS;
            CREATE FUNCTION two(int[], int) RETURNS bool LANGUAGE sql ALWAYS;
            CREATE FUNCTION two(int, int) RETURNS bool LANGUAGE sql ALWAYS;
            CREATE FUNCTION compare(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
            CREATE OPERATOR "a b".=== (FUNCTION = two, LEFTARG = int[], RIGHTARG = int);
            CREATE OPERATOR "a b".=== (FUNCTION = two, LEFTARG = int, RIGHTARG = int);
            CREATE OPERATOR "a b".=== (FUNCTION = one, RIGHTARG = "a b"."c, d");
            CREATE OPERATOR FAMILY "a b"."x y" USING btree;
            CREATE OPERATOR FAMILY "a b"."x y" USING hash;
            CREATE OPERATOR CLASS "a b"."x y" FOR TYPE int USING btree FAMILY "a b"."x y"
              AS FUNCTION 1 compare(int, int);
            CREATE CAST ("a b"."c, d" AS bool) WITH FUNCTION one;
            CREATE CAST (int[] AS "a b"."c, d") WITH INOUT;
            CREATE CAST ("a b"."c, d" AS int[]) WITH INOUT;
            CREATE FOREIGN DATA WRAPPER w;
            CREATE SERVER "s t" FOREIGN DATA WRAPPER w;
            CREATE USER MAPPING FOR PUBLIC SERVER "s t";
            CREATE USER MAPPING FOR "of forms" SERVER "s t";
            ALTER DEFAULT PRIVILEGES FOR ROLE "of forms" GRANT SELECT ON TABLES TO PUBLIC;
            ALTER DEFAULT PRIVILEGES FOR ROLE "of forms" IN SCHEMA "a b"
              GRANT SELECT ON TABLES TO PUBLIC;
            ALTER DEFAULT PRIVILEGES FOR ROLE "of forms" IN SCHEMA "a b"
              GRANT USAGE ON TYPES TO "of forms";
            CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
            """
                .replace("ALWAYS", "IMMUTABLE AS 'SELECT true'"));
      }
      catalog = Introspector.readWithin(connection).catalog();
      connection.rollback();
    }
    TypeRef number = TypeRef.builtIn("int4");
    TypeRef numbers = new TypeRef(number.name(), number.modifier(), true);
    TypeRef composite = TypeRef.of(QualifiedName.of("a b", "c, d"));
    Identifier role = Identifier.of("of forms");
    Identifier server = Identifier.of("s t");
    Optional<Identifier> schema = Optional.of(Identifier.of("a b"));
    QualifiedName operator = QualifiedName.of("a b", "===");
    QualifiedName family = QualifiedName.of("a b", "x y");
    List<ObjectId.Unmodelled> ids =
        catalog
            .all(UnsupportedObject.class)
            .map(UnsupportedObject::id)
            .filter(id -> of(id))
            .toList();
    ImmutableList<ObjectId.Unmodelled> expected =
        ImmutableList.of(
            id(
                "cast",
                new ObjectForm.Cast(composite, TypeRef.builtIn("bool")),
                "(\"a b\".\"c, d\" AS boolean)"),
            id("cast", new ObjectForm.Cast(composite, numbers), "(\"a b\".\"c, d\" AS integer[])"),
            id("cast", new ObjectForm.Cast(numbers, composite), "(integer[] AS \"a b\".\"c, d\")"),
            id(
                "default privileges",
                new ObjectForm.DefaultsOf(role, Optional.empty(), Target.TABLES),
                "for role \"of forms\" on tables"),
            id(
                "default privileges",
                new ObjectForm.DefaultsOf(role, schema, Target.TABLES),
                "for role \"of forms\" in schema \"a b\" on tables"),
            id(
                "default privileges",
                new ObjectForm.DefaultsOf(role, schema, Target.TYPES),
                "for role \"of forms\" in schema \"a b\" on types"),
            id(
                "operator",
                new ObjectForm.Operator(operator, Optional.empty(), Optional.of(composite)),
                "\"a b\".===(NONE,\"a b\".\"c, d\")"),
            id(
                "operator",
                new ObjectForm.Operator(operator, Optional.of(number), Optional.of(number)),
                "\"a b\".===(integer,integer)"),
            id(
                "operator",
                new ObjectForm.Operator(operator, Optional.of(numbers), Optional.of(number)),
                "\"a b\".===(integer[],integer)"),
            id(
                "operator class",
                new ObjectForm.OfMethod(family, Identifier.of("btree")),
                "\"a b\".\"x y\" USING btree"),
            id(
                "operator family",
                new ObjectForm.OfMethod(family, Identifier.of("btree")),
                "\"a b\".\"x y\" USING btree"),
            id(
                "operator family",
                new ObjectForm.OfMethod(family, Identifier.of("hash")),
                "\"a b\".\"x y\" USING hash"),
            id(
                "transform",
                new ObjectForm.Transform(number, Identifier.of("sql")),
                "for integer language sql"),
            id(
                "user mapping",
                new ObjectForm.UserMapping(server, new Grantee.Everybody()),
                "public on server s t"),
            id(
                "user mapping",
                new ObjectForm.UserMapping(server, new Grantee.Role(role)),
                "\"of forms\" on server s t"));
    assertThat(ids).isEqualTo(expected).isSorted().doesNotHaveDuplicates();
    assertThat(ids)
        .map(ObjectId::display)
        .containsExactlyElementsOf(expected.stream().map(id -> printed(id, major)).toList());
  }

  /** Before 16, {@code pg_identify_object} prints a word more in the name of a transform. */
  private static String printed(ObjectId.Unmodelled id, int major) {
    return major < 16 && id.type().equals("transform")
        ? id.display().replace(" language ", " on language ")
        : id.display();
  }

  /** The server's own list of the parts does not tell which of the two it is. */
  @Test
  void tellsPrefixFromPostfix() throws Exception {
    Catalog catalog =
        catalog(
            13,
            """
            CREATE FUNCTION f(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
            CREATE OPERATOR !!!! (FUNCTION = f, LEFTARG = int);
            CREATE OPERATOR !!!! (FUNCTION = f, RIGHTARG = int);
            """);
    QualifiedName name = inPublic("!!!!");
    Optional<TypeRef> number = Optional.of(TypeRef.builtIn("int4"));
    assertThat(catalog.all(UnsupportedObject.class).map(UnsupportedObject::id))
        .containsExactly(
            id(
                "operator",
                new ObjectForm.Operator(name, Optional.empty(), number),
                "public.!!!!(NONE,integer)"),
            id(
                "operator",
                new ObjectForm.Operator(name, number, Optional.empty()),
                "public.!!!!(integer,NONE)"));
  }

  /** Those that the test is about, not what they need. */
  private static boolean of(ObjectId.Unmodelled id) {
    return id.form().isPresent();
  }

  private static ObjectId.Unmodelled id(String type, ObjectForm form, String identity) {
    return new ObjectId.Unmodelled(type, Optional.of(form), identity);
  }
}
