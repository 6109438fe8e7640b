package dev.schemasync.introspect.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
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
            CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
            """);
      }
      catalog = Introspector.readWithin(connection).catalog();
      connection.rollback();
    }
    TypeRef number = TypeRef.builtIn("int4");
    List<ObjectId.Unmodelled> ids =
        catalog
            .all(UnsupportedObject.class)
            .map(UnsupportedObject::id)
            .filter(id -> of(id))
            .toList();
    ImmutableList<ObjectId.Unmodelled> expected =
        ImmutableList.of(
            id(
                "transform",
                new ObjectForm.Transform(number, Identifier.of("sql")),
                "for integer language sql"));
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

  /** Those that the test is about, not what they need. */
  private static boolean of(ObjectId.Unmodelled id) {
    return id.form().isPresent();
  }

  private static ObjectId.Unmodelled id(String type, ObjectForm form, String identity) {
    return new ObjectId.Unmodelled(type, Optional.of(form), identity);
  }
}
