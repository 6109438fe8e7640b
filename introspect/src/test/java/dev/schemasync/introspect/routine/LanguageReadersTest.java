package dev.schemasync.introspect.routine;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.AccessMethod;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.Conversion;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Transform;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages and transforms, conversions and access methods. */
class LanguageReadersTest {
  private static final Identifier OWNER = Identifier.of("postgres");
  private static final TypeRef NUMBER = TypeRef.builtIn("int4");

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsWhatNoExtensionBrings(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE EXTENSION bloom;
            CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c
              AS '$libdir/plpgsql', 'plpgsql_call_handler';
            CREATE TRUSTED LANGUAGE "l 1" HANDLER handle VALIDATOR plpgsql_validator;
            COMMENT ON LANGUAGE "l 1" IS 'first';
            CREATE ACCESS METHOD "m 1" TYPE TABLE HANDLER heap_tableam_handler;
            CREATE TABLE t (a int) USING "m 1";
            CREATE CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            """);
    assertThat(catalog.all(Language.class))
        .containsExactly(
            new Language(
                Identifier.of("l 1"),
                true,
                inPublic("handle"),
                Optional.empty(),
                Optional.of(system("plpgsql_validator")),
                OWNER,
                Privileges.DEFAULT,
                Optional.of("first")));
    AccessMethod method =
        new AccessMethod(
            Identifier.of("m 1"),
            AccessMethod.Type.TABLE,
            system("heap_tableam_handler"),
            Optional.empty());
    assertThat(catalog.all(AccessMethod.class)).containsExactly(method);
    assertThat(catalog.references(ObjectId.table(inPublic("t")))).contains(method.id());
    assertThat(catalog.all(Conversion.class))
        .containsExactly(
            new Conversion(
                inPublic("c"),
                "LATIN1",
                "UTF8",
                false,
                system("iso8859_1_to_utf8"),
                OWNER,
                Optional.empty()));
    assertThat(catalog.all(UnsupportedObject.class)).isEmpty();
  }

  /** In {@code pg_depend} a routine refers to the transforms of its arguments and result only. */
  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsTransformsAndWhatUsesThem(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TRANSFORM FOR int LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal));
            CREATE FUNCTION f() RETURNS void TRANSFORM FOR TYPE int LANGUAGE plpgsql
              AS 'BEGIN END';
            """);
    Transform transform =
        new Transform(
            NUMBER,
            Identifier.of("plpgsql"),
            Optional.of(
                new Signature(
                    system("prsd_lextype"), ImmutableList.of(TypeRef.builtIn("internal")))),
            Optional.empty(),
            Optional.empty());
    assertThat(catalog.all(Transform.class)).containsExactly(transform);
    assertThat(
            catalog.references(
                new ObjectId.Routine(ObjectKind.FUNCTION, inPublic("f"), ImmutableList.of())))
        .contains(transform.id());
  }

  private static QualifiedName system(String name) {
    return QualifiedName.of("pg_catalog", name);
  }
}
