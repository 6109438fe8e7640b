package dev.schemasync.introspect.relation;

import static dev.schemasync.introspect.Reading.catalog;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Constraint.Deferrability;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Trigger.ConstraintTrigger;
import dev.schemasync.model.catalog.Trigger.Event;
import dev.schemasync.model.catalog.Trigger.Level;
import dev.schemasync.model.catalog.Trigger.Timing;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerReaderTest {
  private static final String SCHEMA = "a.b \"WHEN (";
  private static final ObjectId.InSchema TABLE = ObjectId.table(QualifiedName.of(SCHEMA, "t ON x"));

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsTriggersWhateverTheirNames(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE SCHEMA "a.b ""WHEN (";
            SET search_path = "a.b ""WHEN (";
            CREATE TABLE "t ON x" ("c,"" d" int, "WHEN (" text, é int);
            CREATE TABLE ref (a int PRIMARY KEY);
            CREATE FUNCTION "f("() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE TRIGGER "a "" WHEN (OLD" BEFORE INSERT OR UPDATE OF "c,"" d", é ON "t ON x"
              FOR EACH ROW WHEN (pg_trigger_depth() < 1)
              EXECUTE FUNCTION "f("('x'')', ') EXECUTE FUNCTION f(', E'\\\\000\\\\', '', 'é', '
            ');
            CREATE TRIGGER b AFTER UPDATE ON "t ON x" REFERENCING OLD TABLE AS "o t" NEW TABLE AS n
              FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "f("();
            CREATE TRIGGER c BEFORE UPDATE ON "t ON x" FOR EACH ROW
              WHEN (OLD.* IS DISTINCT FROM NEW.*)
              EXECUTE FUNCTION suppress_redundant_updates_trigger();
            CREATE CONSTRAINT TRIGGER d AFTER INSERT OR UPDATE OF é ON "t ON x" FROM ref
              DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
              WHEN (NEW.é > 1 AND NEW."WHEN (" <> ') EXECUTE FUNCTION x')
              EXECUTE FUNCTION "f("('');
            CREATE TRIGGER e AFTER DELETE OR TRUNCATE ON "t ON x" EXECUTE FUNCTION "f("();
            ALTER TABLE "t ON x" DISABLE TRIGGER e;
            ALTER TABLE "t ON x" ENABLE ALWAYS TRIGGER d;
            ALTER TABLE "t ON x" ENABLE REPLICA TRIGGER c;
            COMMENT ON TRIGGER e ON "t ON x" IS 'why';
            """);
    QualifiedName function = QualifiedName.of(SCHEMA, "f(");
    assertThat(catalog.all(Trigger.class))
        .containsExactly(
            new Trigger(
                TABLE,
                Identifier.of("a \" WHEN (OLD"),
                Timing.BEFORE,
                ImmutableList.of(new Event.Insert(), update("c,\" d", "é")),
                Level.ROW,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SqlText("(pg_trigger_depth() < 1)")),
                function,
                ImmutableList.of("x')", ") EXECUTE FUNCTION f(", "\\000\\", "", "é", "\n"),
                Optional.empty(),
                Firing.ORIGIN,
                Optional.empty()),
            new Trigger(
                TABLE,
                Identifier.of("b"),
                Timing.AFTER,
                ImmutableList.of(update()),
                Level.STATEMENT,
                Optional.of(Identifier.of("o t")),
                Optional.of(Identifier.of("n")),
                Optional.of(new SqlText("(pg_trigger_depth() = 0)")),
                function,
                ImmutableList.of(),
                Optional.empty(),
                Firing.ORIGIN,
                Optional.empty()),
            new Trigger(
                TABLE,
                Identifier.of("c"),
                Timing.BEFORE,
                ImmutableList.of(update()),
                Level.ROW,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SqlText("(old.* IS DISTINCT FROM new.*)")),
                QualifiedName.of("pg_catalog", "suppress_redundant_updates_trigger"),
                ImmutableList.of(),
                Optional.empty(),
                Firing.REPLICA,
                Optional.empty()),
            new Trigger(
                TABLE,
                Identifier.of("d"),
                Timing.AFTER,
                ImmutableList.of(new Event.Insert(), update("é")),
                Level.ROW,
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                    new SqlText(
                        "((new.\"é\" > 1) AND (new.\"WHEN (\" <> ') EXECUTE FUNCTION x'::text))")),
                function,
                ImmutableList.of(""),
                Optional.of(
                    new ConstraintTrigger(
                        Optional.of(QualifiedName.of(SCHEMA, "ref")),
                        Deferrability.INITIALLY_DEFERRED,
                        Optional.empty())),
                Firing.ALWAYS,
                Optional.empty()),
            new Trigger(
                TABLE,
                Identifier.of("e"),
                Timing.AFTER,
                ImmutableList.of(new Event.Delete(), new Event.Truncate()),
                Level.STATEMENT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                function,
                ImmutableList.of(),
                Optional.empty(),
                Firing.DISABLED,
                Optional.of("why")));
    assertThat(catalog.references(ObjectId.trigger(TABLE, Identifier.of("b")))).contains(TABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsTriggersOfViews(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE VIEW v AS SELECT 1 AS a;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER r INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
            """);
    assertThat(catalog.all(Trigger.class))
        .satisfiesExactly(
            trigger -> {
              assertThat(trigger.timing()).isEqualTo(Timing.INSTEAD_OF);
              assertThat(trigger.relation().kind()).isEqualTo(ObjectKind.VIEW);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void leavesOutClonesButReportsTheirStates(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE p (a int) PARTITION BY LIST (a);
            CREATE TABLE c PARTITION OF p FOR VALUES IN (1);
            CREATE TABLE d PARTITION OF p FOR VALUES IN (2);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER r AFTER INSERT ON p FOR EACH ROW EXECUTE FUNCTION f();
            ALTER TABLE c DISABLE TRIGGER r;
            """);
    assertThat(catalog.all(Trigger.class).map(t -> t.id().display())).containsExactly("public.p.r");
    assertThat(catalog.all(UnsupportedObject.class).map(o -> o.id().toString()))
        .containsExactly("state of a trigger of a partition r on public.c");
  }

  private static Event update(String... columns) {
    return new Event.Update(
        ImmutableList.copyOf(columns).stream()
            .map(Identifier::of)
            .collect(ImmutableList.toImmutableList()));
  }
}
