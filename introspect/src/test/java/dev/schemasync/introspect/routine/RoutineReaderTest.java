package dev.schemasync.introspect.routine;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Aggregate.AggregateKind;
import dev.schemasync.model.catalog.Aggregate.FinalFunction;
import dev.schemasync.model.catalog.Aggregate.Modify;
import dev.schemasync.model.catalog.Aggregate.MovingTransition;
import dev.schemasync.model.catalog.Aggregate.Transition;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Function.Result;
import dev.schemasync.model.catalog.Function.ResultColumn;
import dev.schemasync.model.catalog.Function.Volatility;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Routine.Argument;
import dev.schemasync.model.catalog.Routine.ArgumentMode;
import dev.schemasync.model.catalog.Routine.Body;
import dev.schemasync.model.catalog.Routine.Parallel;
import dev.schemasync.model.catalog.Routine.Setting;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineReaderTest {
  private static final TypeRef INT = TypeRef.builtIn("int4");
  private static final TypeRef TEXTS =
      new TypeRef(QualifiedName.of("pg_catalog", "text"), new TypeModifier.None(), true);

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsArguments(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE FUNCTION q(a int, OUT d int, int DEFAULT 2, VARIADIC c text[] DEFAULT '{}')
              LANGUAGE sql AS 'SELECT $1';
            """);
    Function function = only(catalog, Function.class);
    assertThat(function.arguments())
        .containsExactly(
            argument(ArgumentMode.IN, "a", INT, Optional.empty()),
            argument(ArgumentMode.OUT, "d", INT, Optional.empty()),
            new Argument(ArgumentMode.IN, Optional.empty(), INT, Optional.of(new SqlText("2"))),
            argument(ArgumentMode.VARIADIC, "c", TEXTS, Optional.of(new SqlText("'{}'::text[]"))));
    assertThat(function.result()).isEqualTo(new Result.OfOutputs(false));
    assertThat(function.id().display()).isEqualTo("public.q(int4, int4, text[])");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsEveryFormOfResult(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int);
            CREATE FUNCTION a() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
            CREATE FUNCTION b(x int DEFAULT 1) RETURNS TABLE (y int, z text[])
              LANGUAGE sql AS 'SELECT 1, NULL::text[]';
            CREATE FUNCTION c(INOUT x int) RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION d() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END';
            """);
    assertThat(catalog.all(Function.class).map(Function::result))
        .containsExactly(
            new Result.OfType(TypeRef.of(inPublic("t")), true),
            new Result.OfTable(
                ImmutableList.of(
                    new ResultColumn(Identifier.of("y"), INT),
                    new ResultColumn(Identifier.of("z"), TEXTS))),
            new Result.OfOutputs(true),
            new Result.OfType(TypeRef.builtIn("trigger"), false));
    assertThat(catalog.all(Function.class).toList().get(1).arguments()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsWhatAFunctionIsLike(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE FUNCTION full_one() RETURNS SETOF int LANGUAGE sql IMMUTABLE STRICT LEAKPROOF
              SECURITY DEFINER PARALLEL SAFE COST 5 ROWS 10 SUPPORT generate_series_int8_support
              SET search_path TO 'public', 'pg, "temp"' SET work_mem TO '8MB'
              SET DateStyle TO 'ISO, DMY'
              AS 'SELECT 1';
            COMMENT ON FUNCTION full_one() IS 'x';
            REVOKE ALL ON FUNCTION full_one() FROM PUBLIC;
            CREATE FUNCTION plain() RETURNS SETOF int LANGUAGE sql AS 'SELECT 1';
            """);
    Function full = catalog.all(Function.class).toList().getFirst();
    assertThat(full.volatility()).isEqualTo(Volatility.IMMUTABLE);
    assertThat(full.strict()).isTrue();
    assertThat(full.leakproof()).isTrue();
    assertThat(full.securityDefiner()).isTrue();
    assertThat(full.parallel()).isEqualTo(Parallel.SAFE);
    assertThat(full.cost()).hasValue(5.0);
    assertThat(full.rows()).hasValue(10.0);
    assertThat(full.support())
        .hasValue(QualifiedName.of("pg_catalog", "generate_series_int8_support"));
    assertThat(full.settings())
        .containsExactly(
            new Setting("search_path", ImmutableList.of("public", "pg, \"temp\"")),
            new Setting("work_mem", ImmutableList.of("8MB")),
            new Setting("DateStyle", ImmutableList.of("ISO, DMY")));
    assertThat(full.privileges().revoked())
        .isEqualTo(
            ImmutableSortedSet.of(
                new Grant(new Grantee.Everybody(), Privilege.EXECUTE, false, Optional.empty())));
    assertThat(full.comment()).hasValue("x");
    Function plain = catalog.all(Function.class).toList().getLast();
    assertThat(plain.cost()).isEmpty();
    assertThat(plain.rows()).isEmpty();
    assertThat(plain.volatility()).isEqualTo(Volatility.VOLATILE);
    assertThat(plain.parallel()).isEqualTo(Parallel.UNSAFE);
    assertThat(plain.settings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsBodies(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE FUNCTION a() RETURNS int LANGUAGE sql AS ' SELECT ''$$''';
            """
                .replace("''$$''", "1 -- $$\\"),
            """
            CREATE FUNCTION b() RETURNS trigger LANGUAGE c AS '$libdir/moddatetime', 'moddatetime';
            CREATE FUNCTION c() RETURNS int8 LANGUAGE internal WINDOW AS 'window_row_number';
            """);
    assertThat(catalog.all(Function.class).map(Function::body))
        .containsExactly(
            new Body.Source(" SELECT 1 -- $$\\"),
            new Body.Library("$libdir/moddatetime", "moddatetime"),
            new Body.Source("window_row_number"));
    assertThat(catalog.all(Function.class).map(Function::window))
        .containsExactly(false, false, true);
    assertThat(catalog.all(Function.class).map(Function::cost)).containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void readsBodiesOfStandardSql(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int);
            CREATE FUNCTION a() RETURNS bigint LANGUAGE sql
              BEGIN ATOMIC SELECT count(*) FROM t; END;
            CREATE FUNCTION b(x int) RETURNS int LANGUAGE sql RETURN x + 1;
            """);
    assertThat(catalog.all(Function.class).map(Function::body))
        .satisfiesExactly(
            body ->
                assertThat(((Body.Sql) body).text().text())
                    .startsWith("BEGIN ATOMIC")
                    .contains("FROM public.t"),
            body -> assertThat(((Body.Sql) body).text().text()).isEqualTo("RETURN (x + 1)"));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsProcedures(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE PROCEDURE p(INOUT a int, b text DEFAULT 'x') LANGUAGE plpgsql SECURITY DEFINER
              SET work_mem TO '8MB' AS 'BEGIN END';
            """);
    Procedure procedure = only(catalog, Procedure.class);
    assertThat(procedure.arguments())
        .containsExactly(
            argument(ArgumentMode.INOUT, "a", INT, Optional.empty()),
            argument(
                ArgumentMode.IN,
                "b",
                TypeRef.builtIn("text"),
                Optional.of(new SqlText("'x'::text"))));
    assertThat(procedure.securityDefiner()).isTrue();
    assertThat(procedure.settings()).hasSize(1);
    assertThat(procedure.body()).isEqualTo(new Body.Source("BEGIN END"));
  }

  /** Servers from 14 have them; like those of functions they tell no overloads apart. */
  @ParameterizedTest
  @ValueSource(ints = {14, 18})
  void readsOutputsOfProcedures(int major) throws Exception {
    Procedure procedure =
        only(
            catalog(
                major,
                """
                CREATE PROCEDURE p(IN a int, OUT b int) LANGUAGE plpgsql AS 'BEGIN b := 1; END';
                """),
            Procedure.class);
    assertThat(procedure.arguments())
        .containsExactly(
            argument(ArgumentMode.IN, "a", INT, Optional.empty()),
            argument(ArgumentMode.OUT, "b", INT, Optional.empty()));
    assertThat(procedure.id().display()).isEqualTo("public.p(int4)");
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsAggregates(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE AGGREGATE a(float8) (SFUNC = float8pl, STYPE = float8, SSPACE = 8,
              INITCOND = '0', COMBINEFUNC = float8pl, PARALLEL = SAFE, MSFUNC = float8pl,
              MINVFUNC = float8mi, MSTYPE = float8, MINITCOND = '1');
            CREATE AGGREGATE b(int) (SFUNC = int4larger, STYPE = int, SORTOP = >);
            CREATE AGGREGATE c(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition,
              STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
            CREATE AGGREGATE d(VARIADIC "any" ORDER BY VARIADIC "any") (
              SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final,
              FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE, HYPOTHETICAL);
            """);
    ImmutableList<Aggregate> aggregates =
        catalog.all(Aggregate.class).collect(ImmutableList.toImmutableList());
    Aggregate first = aggregates.getFirst();
    assertThat(first.aggregateKind()).isEqualTo(AggregateKind.NORMAL);
    assertThat(first.state())
        .isEqualTo(transition("float8pl", "float8", Optional.of(8), Optional.empty(), "0"));
    assertThat(first.moving())
        .hasValue(
            new MovingTransition(
                transition("float8pl", "float8", Optional.empty(), Optional.empty(), "1"),
                builtIn("float8mi")));
    assertThat(first.combine()).hasValue(builtIn("float8pl"));
    assertThat(first.parallel()).isEqualTo(Parallel.SAFE);
    assertThat(aggregates.get(1).sortOperator()).hasValue(builtIn(">"));
    Aggregate ordered = aggregates.get(2);
    assertThat(ordered.aggregateKind()).isEqualTo(AggregateKind.ORDERED_SET);
    assertThat(ordered.directArguments()).isEqualTo(1);
    assertThat(ordered.arguments()).hasSize(2);
    assertThat(ordered.state().finalFunction())
        .hasValue(new FinalFunction(builtIn("percentile_disc_final"), true, Optional.empty()));
    Aggregate hypothetical = aggregates.get(3);
    assertThat(hypothetical.aggregateKind()).isEqualTo(AggregateKind.HYPOTHETICAL);
    assertThat(hypothetical.arguments())
        .containsExactly(
            new Argument(
                ArgumentMode.VARIADIC, Optional.empty(), TypeRef.builtIn("any"), Optional.empty()));
    assertThat(hypothetical.state().finalFunction().orElseThrow().modify())
        .hasValue(Modify.SHAREABLE);
  }

  @Test
  void leavesOutWhatARangeTypeMakes() throws Exception {
    assertThat(catalog(18, "CREATE TYPE fr AS RANGE (subtype = float8)").all(Routine.class))
        .isEmpty();
  }

  private static Transition transition(
      String function,
      String type,
      Optional<Integer> space,
      Optional<FinalFunction> finalFunction,
      String initialValue) {
    return new Transition(
        builtIn(function), TypeRef.builtIn(type), space, finalFunction, Optional.of(initialValue));
  }

  private static QualifiedName builtIn(String name) {
    return QualifiedName.of("pg_catalog", name);
  }

  private static Argument argument(
      ArgumentMode mode, String name, TypeRef type, Optional<SqlText> defaultValue) {
    return new Argument(mode, Optional.of(Identifier.of(name)), type, defaultValue);
  }

  private static <T extends Routine> T only(Catalog catalog, Class<T> type) {
    ImmutableList<T> all = catalog.all(type).collect(ImmutableList.toImmutableList());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
