package dev.schemasync.emitter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.Keywords;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is quoted comes back from a real server as it was. */
class ServerQuotingTest {
  private static final ImmutableList<Integer> MAJORS = ImmutableList.of(13, 14, 15, 16, 17, 18);
  private static Connection oldest;
  private static Connection newest;

  @BeforeContainer
  static void connect() throws SQLException {
    oldest = session(13);
    newest = session(18);
  }

  @AfterContainer
  static void disconnect() throws SQLException {
    oldest.close();
    newest.close();
  }

  @Property(tries = 300)
  void identifiersSurvive(@ForAll("identifiers") String name) throws SQLException {
    String sql = "SELECT 1 AS " + new SqlWriter().identifier(Identifier.of(name)).text();
    for (Connection connection : ImmutableList.of(oldest, newest)) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        assertThat(row.getMetaData().getColumnLabel(1)).isEqualTo(name);
      }
    }
  }

  @Property(tries = 300)
  void textsSurvive(@ForAll("texts") String text) throws SQLException {
    String sql = "SELECT " + new SqlWriter().literal(text).comma().dollarQuoted(text).text();
    for (Connection connection : ImmutableList.of(oldest, newest)) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(sql)) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo(text);
        assertThat(row.getString(2)).isEqualTo(text);
      }
    }
  }

  @Property(tries = 100)
  void namesOfRelationsSurviveInsideALiteral(
      @ForAll("identifiers") String schema, @ForAll("identifiers") String name)
      throws SQLException {
    String text = new SqlWriter().regclass(QualifiedName.of(schema, name)).text();
    String parsed = "SELECT pg_catalog.parse_ident(" + text.replace("::pg_catalog.regclass", ")");
    try (Statement statement = newest.createStatement();
        ResultSet row = statement.executeQuery(parsed)) {
      assertThat(row.next()).isTrue();
      assertThat((Object[]) row.getArray(1).getArray()).containsExactly(schema, name);
    }
  }

  /** Our own lexer and JSqlParser must not find fault with what a server understands. */
  @Property(tries = 200)
  void noCheckFindsFaultWithNames(@ForAll("identifiers") String prefix) {
    Plan plan = Sample.plan(new Naming(name -> prefix + name), Sample.version(18));
    for (Stage stage : Stage.values()) {
      assertThat(Emitter.emit(plan, stage, Sample.version(18)).statements())
          .hasSameSizeAs(plan.only(stage).steps());
    }
  }

  /** Words that other dialects reserve are plain names here; JSqlParser knows all dialects. */
  @Example
  void noCheckFindsFaultWithWords() throws SQLException {
    Set<String> renamed = Set.of("id", "orders", "plain_view", "orders_pkey", "plain", "down");
    for (String word : words()) {
      Naming names = new Naming(name -> renamed.contains(name) ? word : name);
      for (PlannedStep planned : Sample.plan(names, Sample.version(18)).steps()) {
        if (Emissions.of(planned.step(), Sample.version(18)).facts().isPresent()) {
          Plan plan = new Plan(ImmutableList.of(planned));
          assertThat(Emitter.emit(plan, planned.stage(), Sample.version(18)).statements())
              .hasSize(1);
        }
      }
    }
  }

  private static ImmutableList<String> words() throws SQLException {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    words.add("fulltext", "spatial", "engine", "auto_increment", "unsigned", "signed", "binary");
    words.add("minus", "qualify", "pivot", "regexp", "rlike", "top", "use", "straight_join");
    try (Statement statement = newest.createStatement();
        ResultSet rows = statement.executeQuery("SELECT word FROM pg_catalog.pg_get_keywords()")) {
      while (rows.next()) {
        words.add(rows.getString("word"));
      }
    }
    return words.build();
  }

  @Example
  void theKeywordsAreThoseOfTheServers() throws SQLException {
    TreeSet<String> quoted = new TreeSet<>();
    for (int major : MAJORS) {
      try (Connection connection = session(major);
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT word FROM pg_catalog.pg_get_keywords() WHERE catcode <> 'U'")) {
        while (rows.next()) {
          quoted.add(rows.getString("word"));
        }
      }
    }
    assertThat(Keywords.quoted()).containsExactlyElementsOf(quoted);
  }

  @Provide
  Arbitrary<String> identifiers() {
    return Arbitraries.oneOf(
            awkward().ofMinLength(1).ofMaxLength(20),
            Arbitraries.of(Keywords.quoted()),
            Arbitraries.strings().withCharRange('a', 'z').ofLength(63),
            Arbitraries.strings().excludeChars('\0').ofMinLength(1).ofMaxLength(30))
        .filter(ServerQuotingTest::fits);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            awkward().ofMaxLength(40),
            Arbitraries.of("$$", "$body$", "$body", "body$", "$", "a$b", "\\", "''", "")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts)),
            Arbitraries.strings().excludeChars('\0').ofMaxLength(40))
        .filter(ServerQuotingTest::isText);
  }

  private static StringArbitrary awkward() {
    return Arbitraries.strings().withChars("\"'`\\$.;:-/*()[]{}%_ \t\n\r aZ09éßж漢");
  }

  private static boolean fits(String name) {
    return isText(name) && name.getBytes(StandardCharsets.UTF_8).length <= 63;
  }

  /** No half of a surrogate pair, which has no encoding. */
  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static Connection session(int major) throws SQLException {
    PostgresServer server = PostgresServers.get(major);
    Properties properties = new Properties();
    properties.setProperty("user", server.superuser());
    properties.setProperty("password", server.superuserPassword());
    properties.setProperty("preferQueryMode", "simple");
    Connection connection =
        DriverManager.getConnection(
            server.jdbcUrl(PostgresServer.MAINTENANCE_DATABASE), properties);
    connection.createStatement().execute("SET standard_conforming_strings TO on");
    return connection;
  }
}
