package dev.schemasync.introspect.replication;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Publication.Content;
import dev.schemasync.model.catalog.Publication.Member;
import dev.schemasync.model.catalog.Publication.Operation;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationReaderTest {
  private static final ImmutableSortedSet<Operation> ALL =
      ImmutableSortedSet.copyOf(Operation.values());

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsPublications(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE TABLE t (a int PRIMARY KEY);
            CREATE TABLE "T 2" (a int PRIMARY KEY);
            CREATE PUBLICATION a FOR ALL TABLES;
            CREATE PUBLICATION b FOR TABLE t, "T 2"
              WITH (publish = 'insert, truncate', publish_via_partition_root = true);
            CREATE PUBLICATION c;
            COMMENT ON PUBLICATION c IS 'empty';
            """);
    assertThat(catalog.all(Publication.class))
        .containsExactly(
            publication("a", new Content.AllTables(), Optional.empty()),
            new Publication(
                Identifier.of("b"),
                new Content.Members(
                    ImmutableList.of(member("T 2"), member("t")), ImmutableSortedSet.of()),
                ImmutableSortedSet.of(Operation.INSERT, Operation.TRUNCATE),
                true,
                false,
                Identifier.of("postgres"),
                Optional.empty()),
            publication(
                "c",
                new Content.Members(ImmutableList.of(), ImmutableSortedSet.of()),
                Optional.of("empty")));
    assertThat(catalog.references(ObjectId.publication(Identifier.of("b"))))
        .contains(ObjectId.table(inPublic("t")), ObjectId.table(inPublic("T 2")));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void readsListsFiltersAndSchemas(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE SCHEMA app;
            CREATE TABLE t (a int PRIMARY KEY, b int, c int);
            CREATE PUBLICATION a FOR TABLE t (c, a) WHERE (a > 10);
            CREATE PUBLICATION b FOR TABLES IN SCHEMA app;
            """);
    assertThat(catalog.all(Publication.class))
        .containsExactly(
            publication(
                "a",
                new Content.Members(
                    ImmutableList.of(
                        new Member(
                            inPublic("t"),
                            ImmutableList.of(Identifier.of("a"), Identifier.of("c")),
                            Optional.of(new SqlText("(a > 10)")))),
                    ImmutableSortedSet.of()),
                Optional.empty()),
            publication(
                "b",
                new Content.Members(
                    ImmutableList.of(), ImmutableSortedSet.of(Identifier.of("app"))),
                Optional.empty()));
    assertThat(catalog.references(ObjectId.publication(Identifier.of("b"))))
        .contains(ObjectId.schema(Identifier.of("app")));
  }

  @Test
  void readsWhetherGeneratedColumnsArePublished() throws Exception {
    Catalog catalog =
        catalog(
            18, "CREATE PUBLICATION a FOR ALL TABLES WITH (publish_generated_columns = stored)");
    assertThat(catalog.all(Publication.class).map(Publication::generatedColumns))
        .containsExactly(true);
  }

  private static Publication publication(String name, Content content, Optional<String> comment) {
    return new Publication(
        Identifier.of(name), content, ALL, false, false, Identifier.of("postgres"), comment);
  }

  private static Member member(String table) {
    return new Member(inPublic(table), ImmutableList.of(), Optional.empty());
  }
}
