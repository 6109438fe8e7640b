package dev.schemasync.introspect.operator;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.Cast.Context;
import dev.schemasync.model.catalog.Cast.Method;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.FamilyItem;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.Operator.Definition;
import dev.schemasync.model.catalog.Operator.Link;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.catalog.OperatorFamily;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorReadersTest {
  private static final Identifier POSTGRES = Identifier.of("postgres");
  private static final TypeRef NUMBER = TypeRef.builtIn("int4");
  private static final TypeRef NUMBERS = new TypeRef(NUMBER.name(), NUMBER.modifier(), true);
  private static final Optional<Link> NO_LINK = Optional.empty();

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsCasts(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE SCHEMA "a b";
            CREATE TYPE "a b"."c, d" AS (x int);
            CREATE FUNCTION one("a b"."c, d") RETURNS bool LANGUAGE sql AS 'SELECT true';
            CREATE FUNCTION two(int[], int, bool) RETURNS "a b"."c, d" LANGUAGE sql
              AS 'SELECT NULL::"a b"."c, d"';
            CREATE CAST ("a b"."c, d" AS bool) WITH FUNCTION one;
            CREATE CAST (int[] AS "a b"."c, d") WITH FUNCTION two(int[], int, bool) AS ASSIGNMENT;
            CREATE CAST ("a b"."c, d" AS int[]) WITH INOUT AS IMPLICIT;
            CREATE CAST (xid AS int) WITHOUT FUNCTION;
            COMMENT ON CAST (xid AS int) IS 'odd';
            CREATE TYPE fr AS RANGE (subtype = float8);
            CREATE EXTENSION citext;
            CREATE TEMP TABLE t (a int);
            CREATE CAST (t AS text) WITH INOUT;
            """);
    TypeRef composite = TypeRef.of(QualifiedName.of("a b", "c, d"));
    ImmutableList<TypeRef> arguments = ImmutableList.of(NUMBERS, NUMBER, TypeRef.builtIn("bool"));
    assertThat(catalog.all(Cast.class))
        .containsExactly(
            cast(
                composite,
                TypeRef.builtIn("bool"),
                new Method.ByFunction(new Signature(inPublic("one"), ImmutableList.of(composite))),
                Context.EXPLICIT,
                Optional.empty()),
            cast(composite, NUMBERS, new Method.ThroughText(), Context.IMPLICIT, Optional.empty()),
            cast(
                NUMBERS,
                composite,
                new Method.ByFunction(new Signature(inPublic("two"), arguments)),
                Context.ASSIGNMENT,
                Optional.empty()),
            cast(
                TypeRef.builtIn("xid"),
                NUMBER,
                new Method.Binary(),
                Context.EXPLICIT,
                Optional.of("odd")));
    assertThat(catalog.references(catalog.all(Cast.class).findFirst().orElseThrow().id()))
        .containsExactly(
            new ObjectId.InSchema(ObjectKind.COMPOSITE_TYPE, composite.name()),
            new ObjectId.Routine(
                ObjectKind.FUNCTION, inPublic("one"), ImmutableList.of(composite)));
  }

  private static Cast cast(
      TypeRef source, TypeRef target, Method method, Context context, Optional<String> comment) {
    return new Cast(source, target, method, context, comment);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsOperators(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE FUNCTION one(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
            CREATE FUNCTION two(int[], int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
            CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ===,
              NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
            CREATE OPERATOR !== (FUNCTION = int4ne, LEFTARG = int, RIGHTARG = int);
            CREATE OPERATOR === (FUNCTION = two, LEFTARG = int[], RIGHTARG = int, COMMUTATOR = @@);
            CREATE OPERATOR === (FUNCTION = one, RIGHTARG = int);
            COMMENT ON OPERATOR === (NONE, int) IS 'odd';
            CREATE EXTENSION citext;
            """);
    QualifiedName name = inPublic("===");
    assertThat(catalog.all(Operator.class))
        .containsExactly(
            operator(
                inPublic("!=="), NUMBER, NUMBER, plain(QualifiedName.of("pg_catalog", "int4ne"))),
            new Operator(
                name,
                Optional.empty(),
                Optional.of(NUMBER),
                Optional.of(plain(inPublic("one"))),
                POSTGRES,
                Optional.of("odd")),
            operator(
                name,
                NUMBER,
                NUMBER,
                new Definition(
                    QualifiedName.of("pg_catalog", "int4eq"),
                    Optional.of(new Link(name, true)),
                    Optional.of(new Link(inPublic("!=="), false)),
                    Optional.of(QualifiedName.of("pg_catalog", "eqsel")),
                    Optional.of(QualifiedName.of("pg_catalog", "eqjoinsel")),
                    true,
                    true)),
            operator(
                name,
                NUMBERS,
                NUMBER,
                new Definition(
                    inPublic("two"),
                    Optional.of(new Link(inPublic("@@"), true)),
                    NO_LINK,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false)),
            new Operator(
                inPublic("@@"),
                Optional.of(NUMBER),
                Optional.of(NUMBERS),
                Optional.empty(),
                POSTGRES,
                Optional.empty()));
    assertThat(catalog.objects().keySet())
        .filteredOn(id -> id.kind() == ObjectKind.OPERATOR)
        .map(ObjectId::toString)
        .containsExactly(
            "operator public.!==(int4, int4)",
            "operator public.===(NONE, int4)",
            "operator public.===(int4, int4)",
            "operator public.===(int4[], int4)",
            "operator public.@@(int4, int4[])");
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
    Optional<TypeRef> number = Optional.of(NUMBER);
    assertThat(catalog.all(Operator.class).map(CatalogObject::id))
        .containsExactly(
            ObjectId.operator(name, Optional.empty(), number),
            ObjectId.operator(name, number, Optional.empty()));
  }

  /** What no statement could make again, or makes in another way, is told. */
  @ParameterizedTest
  @ValueSource(ints = {13, 16})
  void tellsOfWhatIsLeftOfLinks(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, NEGATOR = !==);
            DROP OPERATOR === (int, int);
            CREATE OPERATOR <<< (FUNCTION = int4lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = >>>);
            CREATE OPERATOR >>> (FUNCTION = int4gt, LEFTARG = int, RIGHTARG = int);
            DROP OPERATOR >>> (int, int);
            CREATE OPERATOR pg_catalog.### (FUNCTION = int4gt, LEFTARG = int, RIGHTARG = int);
            """);
    assertThat(catalog.all(UnsupportedObject.class).map(o -> o.id().toString()))
        .containsExactly(
            "commutator of an operator that is gone public.<<<(integer,integer)",
            "operator in a system schema pg_catalog.###(integer,integer)");
    assertThat(catalog.all(Operator.class))
        .containsExactly(
            new Operator(
                inPublic("!=="),
                Optional.of(NUMBER),
                Optional.of(NUMBER),
                Optional.empty(),
                POSTGRES,
                Optional.empty()),
            operator(
                inPublic("<<<"), NUMBER, NUMBER, plain(QualifiedName.of("pg_catalog", "int4lt"))));
  }

  private static Operator operator(
      QualifiedName name, TypeRef left, TypeRef right, Definition definition) {
    return new Operator(
        name,
        Optional.of(left),
        Optional.of(right),
        Optional.of(definition),
        POSTGRES,
        Optional.empty());
  }

  private static Definition plain(QualifiedName function) {
    return new Definition(
        function, NO_LINK, NO_LINK, Optional.empty(), Optional.empty(), false, false);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 18})
  void readsFamiliesAndClasses(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE OPERATOR FAMILY "f, 1" USING btree;
            COMMENT ON OPERATOR FAMILY "f, 1" USING btree IS 'odd';
            ALTER OPERATOR FAMILY "f, 1" USING btree ADD OPERATOR 1 < (int4, int8),
              FUNCTION 1 (int4, int8) btint48cmp;
            CREATE OPERATOR CLASS c DEFAULT FOR TYPE point USING btree FAMILY "f, 1" AS
              OPERATOR 1 <<;
            CREATE OPERATOR CLASS near FOR TYPE point USING brin AS OPERATOR 1 <<, STORAGE box;
            ALTER OPERATOR FAMILY box_ops USING gist ADD
              OPERATOR 99 <-> (point, point) FOR ORDER BY float_ops;
            ALTER OPERATOR FAMILY integer_ops USING hash ADD OPERATOR 1 = (date, timestamp);
            CREATE EXTENSION btree_gist;
            """);
    TypeRef big = TypeRef.builtIn("int8");
    TypeRef point = TypeRef.builtIn("point");
    QualifiedName family = inPublic("f, 1");
    Identifier btree = Identifier.of("btree");
    Identifier brin = Identifier.of("brin");
    OperatorClass made =
        new OperatorClass(
            inPublic("c"),
            btree,
            point,
            true,
            family,
            Optional.empty(),
            ImmutableList.of(operator(1, point, point, "<<", Optional.empty())),
            POSTGRES,
            Optional.empty());
    assertThat(catalog.all(OperatorFamily.class))
        .containsExactly(
            new OperatorFamily(family, btree, POSTGRES, Optional.of("odd")),
            new OperatorFamily(inPublic("near"), brin, POSTGRES, Optional.empty()));
    assertThat(catalog.all(OperatorClass.class))
        .containsExactly(
            made,
            new OperatorClass(
                inPublic("near"),
                brin,
                point,
                false,
                inPublic("near"),
                Optional.of(TypeRef.builtIn("box")),
                ImmutableList.of(operator(1, point, point, "<<", Optional.empty())),
                POSTGRES,
                Optional.empty()));
    FamilyMember function =
        new FamilyMember(
            family,
            btree,
            new FamilyItem.OfFunction(
                1,
                NUMBER,
                big,
                new Signature(
                    QualifiedName.of("pg_catalog", "btint48cmp"), ImmutableList.of(NUMBER, big))));
    assertThat(catalog.all(FamilyMember.class))
        .containsExactlyInAnyOrder(
            function,
            new FamilyMember(family, btree, operator(1, NUMBER, big, "<", Optional.empty())),
            new FamilyMember(
                QualifiedName.of("pg_catalog", "integer_ops"),
                Identifier.of("hash"),
                operator(
                    1,
                    TypeRef.builtIn("date"),
                    TypeRef.builtIn("timestamp"),
                    "=",
                    Optional.empty())),
            new FamilyMember(
                QualifiedName.of("pg_catalog", "box_ops"),
                Identifier.of("gist"),
                operator(
                    99,
                    point,
                    point,
                    "<->",
                    Optional.of(QualifiedName.of("pg_catalog", "float_ops")))));
    assertThat(catalog.references(function.id()))
        .containsExactly(ObjectId.operatorFamily(family, btree));
    assertThat(catalog.references(made.id()))
        .containsExactly(ObjectId.schema(family.schema()), ObjectId.operatorFamily(family, btree));
  }

  private static FamilyItem operator(
      int number, TypeRef left, TypeRef right, String name, Optional<QualifiedName> sortFamily) {
    return new FamilyItem.OfOperator(
        number, left, right, QualifiedName.of("pg_catalog", name), sortFamily);
  }
}
