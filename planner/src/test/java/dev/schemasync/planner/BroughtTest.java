package dev.schemasync.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.AccessMethod;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.OperatorFamily;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.Transform;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.testkit.catalog.CatalogBuilder;
import dev.schemasync.testkit.catalog.Objects;
import dev.schemasync.testkit.catalog.Routines;
import dev.schemasync.testkit.catalog.Snapshots;
import dev.schemasync.testkit.catalog.TableBuilder;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Languages and access methods that the server of a shard does not have: they are there in time
 * only where something that is yet to be made brings them.
 */
class BroughtTest {
  private static final ServerFacts SERVER = Snapshots.server(ServerVersion.NEWEST_MAJOR);
  private static final Extension EXTENSION = Objects.extension("bringer");
  private static final QualifiedName T = QualifiedName.of("app", "t");
  private static final Table TABLE = TableBuilder.table(T).accessMethod("columnar").build();
  private static final Function FUNCTION = Routines.function(T, "plx", "1");
  private static final OperatorFamily FAMILY =
      new OperatorFamily(
          QualifiedName.of("app", "f"), Identifier.of("bt2"), Objects.OWNER, Optional.empty());

  @Test
  void aSchemaBringsNeither() {
    Catalog catalog =
        new CatalogBuilder()
            .add(FUNCTION, FAMILY, TABLE)
            .dependency(FUNCTION.id(), ObjectId.schema(T.schema()))
            .dependency(FAMILY.id(), ObjectId.schema(T.schema()))
            .dependency(TABLE.id(), ObjectId.schema(T.schema()))
            .build();
    assertThat(missing(catalog, Catalog.EMPTY))
        .containsExactly(
            "The operator family app.f USING bt2 needs the access method bt2, which the server does"
                + " not have.",
            "The function app.t() needs the language plx, which the server does not have.",
            "The table app.t needs the access method columnar, which the server does not have.");
  }

  @Test
  void anExtensionThatIsToBeMadeBringsThem() {
    assertThat(missing(withExtension(), Catalog.EMPTY)).isEmpty();
  }

  @Test
  void anExtensionThatIsThereWithoutThemDoesNot() {
    assertThat(missing(withExtension(), new CatalogBuilder().add(EXTENSION).build())).hasSize(3);
  }

  @Test
  void theyAreMadeThemselves() {
    Catalog catalog =
        new CatalogBuilder()
            .add(
                FUNCTION,
                FAMILY,
                TABLE,
                language(true),
                method("bt2", AccessMethod.Type.INDEX),
                method("columnar", AccessMethod.Type.TABLE))
            .build();
    assertThat(missing(catalog, Catalog.EMPTY)).isEmpty();
  }

  @Test
  void whoIsNoSuperuserWritesInNoUntrustedLanguageThatIsToBeMade() {
    assertThat(superusers(FUNCTION, language(true)))
        .containsExactly(
            "The language plx is of no extension, so only a superuser can create it; the user owner"
                + " is none.");
    assertThat(superusers(FUNCTION, language(false)))
        .containsExactly(
            "The language plx is of no extension, so only a superuser can create it; the user owner"
                + " is none.",
            "The function app.t() is in the untrusted language plx, so only a superuser can create"
                + " it; the user owner is none.");
  }

  /** A member of an extension, or one that initdb made: {@code plpgsql} and {@code btree} here. */
  @Test
  void whatIsThereWithAnExtensionKeepsItsNamesakeAway() {
    Catalog catalog =
        CatalogBuilder.catalogOf(
            language("plpgsql", true), method("btree", AccessMethod.Type.INDEX), language(true));
    assertThat(
            Plans.fromNothing(catalog).findings().stream()
                .filter(finding -> finding.code() == FindingCode.DESTINATION_CONFLICT)
                .map(Finding::message))
        .containsExactly(
            "The language plpgsql comes with the server or an extension on the shard, and with"
                + " neither on the source.",
            "The access method btree comes with the server or an extension on the shard, and with"
                + " neither on the source.");
    assertThat(Plans.between(catalog, catalog).findings()).isEmpty();
  }

  @Test
  void whoIsNoSuperuserMakesNoTransformOfTheSystem() {
    Function own = Routines.function("app", "own", TypeRef.builtIn("internal"));
    Transform transform =
        new Transform(
            TypeRef.of(QualifiedName.of("app", "mood")),
            Identifier.of("plpgsql"),
            Optional.of(new Signature(own.name(), ImmutableList.of(TypeRef.builtIn("internal")))),
            Optional.of(
                new Signature(
                    QualifiedName.of("pg_catalog", "int4recv"),
                    ImmutableList.of(TypeRef.builtIn("internal")))),
            Optional.empty());
    assertThat(superusers(own, transform))
        .containsExactly(
            "The transform for app.mood language plpgsql is for a type that no user owns, so only a"
                + " superuser can create it; the user owner is none.",
            "The transform for app.mood language plpgsql calls the function"
                + " pg_catalog.int4recv(internal), which no user owns, so only a superuser can"
                + " create it; the user owner is none.");
  }

  private static Catalog withExtension() {
    return new CatalogBuilder()
        .add(FUNCTION, FAMILY, TABLE, EXTENSION)
        .dependency(FUNCTION.id(), EXTENSION.id())
        .dependency(FAMILY.id(), EXTENSION.id())
        .dependency(TABLE.id(), EXTENSION.id())
        .build();
  }

  private static Language language(boolean trusted) {
    return language("plx", trusted);
  }

  private static Language language(String name, boolean trusted) {
    return new Language(
        Identifier.of(name),
        trusted,
        QualifiedName.of("pg_catalog", "plpgsql_call_handler"),
        Optional.empty(),
        Optional.empty(),
        Objects.OWNER,
        Privileges.DEFAULT,
        Optional.empty());
  }

  private static AccessMethod method(String name, AccessMethod.Type type) {
    return new AccessMethod(
        Identifier.of(name), type, QualifiedName.of("pg_catalog", "handler"), Optional.empty());
  }

  private static Stream<String> missing(Catalog desired, Catalog shard) {
    return messages(
        desired, shard, FindingCode.MISSING_LANGUAGE, FindingCode.MISSING_ACCESS_METHOD);
  }

  private static Stream<String> superusers(CatalogObject... objects) {
    return messages(CatalogBuilder.catalogOf(objects), Catalog.EMPTY, FindingCode.SUPERUSER_NEEDED);
  }

  private static Stream<String> messages(Catalog desired, Catalog shard, FindingCode... codes) {
    return Checks.destination(
            Plans.desired(desired), SERVER, Snapshots.on(SERVER, shard), Stage.PRE_DATA)
        .stream()
        .filter(finding -> Stream.of(codes).anyMatch(code -> finding.code() == code))
        .map(Finding::message);
  }
}
