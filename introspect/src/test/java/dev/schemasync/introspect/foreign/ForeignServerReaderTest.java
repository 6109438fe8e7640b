package dev.schemasync.introspect.foreign;

import static dev.schemasync.introspect.Reading.catalog;
import static dev.schemasync.introspect.Reading.inPublic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.introspect.Introspector;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.ForeignServer;
import dev.schemasync.model.catalog.Grant;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.UserMapping;
import dev.schemasync.model.catalog.UserMapping.Options;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.Secret;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.TestDatabase;
import java.sql.Connection;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignServerReaderTest {
  private static final Identifier OWNER = Identifier.of("postgres");
  private static final Grantee EVERYBODY = new Grantee.Everybody();

  @ParameterizedTest
  @ValueSource(ints = {13, 15, 18})
  void readsWrappersServersAndMappings(int major) throws Exception {
    Catalog catalog =
        catalog(
            major,
            """
            CREATE EXTENSION postgres_fdw;
            CREATE FUNCTION "check"(text[], oid) RETURNS bool LANGUAGE sql AS 'SELECT true';
            CREATE FOREIGN DATA WRAPPER "w 1" VALIDATOR "check" OPTIONS (b 'x=y', a '');
            GRANT USAGE ON FOREIGN DATA WRAPPER "w 1" TO PUBLIC;
            COMMENT ON FOREIGN DATA WRAPPER "w 1" IS 'first';
            CREATE SERVER plain FOREIGN DATA WRAPPER "w 1";
            CREATE SERVER far TYPE 't' VERSION '1' FOREIGN DATA WRAPPER postgres_fdw
              OPTIONS (host 'h');
            CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'u', password 'it''s');
            CREATE USER MAPPING FOR postgres SERVER far;
            """);
    assertThat(catalog.all(ForeignDataWrapper.class))
        .containsExactly(
            new ForeignDataWrapper(
                Identifier.of("w 1"),
                Optional.empty(),
                Optional.of(inPublic("check")),
                ImmutableMap.of("b", "x=y", "a", ""),
                OWNER,
                new Privileges(
                    ImmutableSortedSet.of(
                        new Grant(EVERYBODY, Privilege.USAGE, false, Optional.empty())),
                    ImmutableSortedSet.of()),
                Optional.of("first")));
    assertThat(catalog.all(ForeignServer.class))
        .containsExactly(
            new ForeignServer(
                Identifier.of("far"),
                Identifier.of("postgres_fdw"),
                Optional.of("t"),
                Optional.of("1"),
                ImmutableMap.of("host", "h"),
                OWNER,
                Privileges.DEFAULT,
                Optional.empty()),
            new ForeignServer(
                Identifier.of("plain"),
                Identifier.of("w 1"),
                Optional.empty(),
                Optional.empty(),
                ImmutableMap.of(),
                OWNER,
                Privileges.DEFAULT,
                Optional.empty()));
    UserMapping everybody =
        mapping(
            EVERYBODY,
            new Options.Known(
                ImmutableMap.of("user", new Secret("u"), "password", new Secret("it's"))));
    assertThat(catalog.all(UserMapping.class))
        .containsExactly(
            everybody, mapping(new Grantee.Role(OWNER), new Options.Known(ImmutableMap.of())));
    assertThat(everybody.toString()).contains("password=****").doesNotContain("it's");
    assertThat(catalog.references(everybody.id()))
        .containsExactly(ObjectId.foreignServer(Identifier.of("far")));
    assertThat(catalog.references(ObjectId.foreignServer(Identifier.of("far"))))
        .containsExactly(ObjectId.extension(Identifier.of("postgres_fdw")));
    assertThat(catalog.references(ObjectId.foreignServer(Identifier.of("plain"))))
        .containsExactly(ObjectId.foreignDataWrapper(Identifier.of("w 1")));
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 18})
  void tellsOptionsThatMayNotBeRead(int major) throws Exception {
    try (TestDatabase database = PostgresServers.get(major).freshDatabase("introspect");
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute(
            """
            CREATE ROLE of_mappings;
            CREATE FOREIGN DATA WRAPPER w;
            GRANT USAGE ON FOREIGN DATA WRAPPER w TO of_mappings;
            CREATE SERVER far FOREIGN DATA WRAPPER w;
            CREATE SERVER own FOREIGN DATA WRAPPER w;
            ALTER SERVER own OWNER TO of_mappings;
            CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (password 'x');
            CREATE USER MAPPING FOR PUBLIC SERVER own OPTIONS (password 'x');
            CREATE USER MAPPING FOR postgres SERVER own;
            CREATE USER MAPPING FOR of_mappings SERVER own;
            SET LOCAL ROLE of_mappings;
            """);
      }
      ImmutableList<UserMapping> read =
          Introspector.readWithin(connection)
              .catalog()
              .all(UserMapping.class)
              .collect(ImmutableList.toImmutableList());
      connection.rollback();
      Options hidden = new Options.Hidden();
      Identifier own = Identifier.of("own");
      assertThat(read)
          .containsExactly(
              mapping(EVERYBODY, hidden),
              new UserMapping(
                  own, EVERYBODY, new Options.Known(ImmutableMap.of("password", new Secret("x")))),
              new UserMapping(
                  own,
                  new Grantee.Role(Identifier.of("of_mappings")),
                  new Options.Known(ImmutableMap.of())),
              new UserMapping(own, new Grantee.Role(OWNER), hidden));
    }
  }

  private static UserMapping mapping(Grantee user, Options options) {
    return new UserMapping(Identifier.of("far"), user, options);
  }
}
