package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.PGStatement;

/**
 * Runs queries on one server, each in the variant for its version.
 *
 * <p>{@code table@pg17.sql} would be the variant of {@code table.sql} for servers from 17 on; a
 * variant returns the same columns as the others.
 */
public final class Queries {
  /** Where the queries of all rooms lie. */
  private static final String FOLDER = "/dev/schemasync/introspect/";

  private static final String PARAMETER = "SELECT pg_catalog.set_config(?, ?, true);\n";

  /** As the driver numbers the formats of values. */
  private static final int TEXT = 0;

  private final Connection connection;
  private final int major;
  private final Pace pace;
  private final Texts texts = new Texts();

  public Queries(Connection connection, int major) {
    this(connection, major, Pace.TOGETHER);
  }

  Queries(Connection connection, int major, Pace pace) {
    this.connection = connection;
    this.major = major;
    this.pace = pace;
  }

  /** In how many round trips queries are asked. */
  public enum Pace {
    /** As few as can be. */
    TOGETHER,
    /** One each: whatever can happen between two of them can be made to happen. */
    ONE_BY_ONE
  }

  /**
   * A query with parameters: settings of the names {@code introspect.*}, which are not set when the
   * query runs as it stands.
   *
   * @param releasing whether the locks that it takes last no longer than it does
   */
  private record Question(Query query, ImmutableMap<String, String> parameters, boolean releasing) {
    String sql(int major) {
      String sql = PARAMETER.repeat(parameters.size()) + text(query, major);
      return releasing
          ? "SAVEPOINT introspect;\n"
              + sql
              + ";\nROLLBACK TO SAVEPOINT introspect;\nRELEASE SAVEPOINT introspect"
          : sql;
    }
  }

  /** All rows of a query, in its order. */
  public ImmutableList<Row> rows(Query query) throws SQLException {
    return rows(query, ImmutableMap.of());
  }

  /** All rows of a query with parameters. One round trip. */
  public ImmutableList<Row> rows(Query query, ImmutableMap<String, String> parameters)
      throws SQLException {
    return run("", ImmutableList.of(new Question(query, parameters, false)), "").getFirst();
  }

  /**
   * The rows of a query that is asked in a transaction of its own, which is over afterwards. One
   * round trip.
   *
   * @param begin what begins it, with its settings; it returns rows once
   */
  ImmutableList<Row> rowsAlone(String begin, Query query, ImmutableMap<String, String> parameters)
      throws SQLException {
    return run(
            begin + ";\n", ImmutableList.of(new Question(query, parameters, false)), ";\nROLLBACK")
        .getFirst();
  }

  /**
   * What several queries return, in one round trip. Those that deparse queries lock the relations
   * in them: they are asked in chunks, and each releases its locks before the next.
   */
  public Answers ask(List<Query> queries, LockChunks chunks) throws SQLException {
    List<Question> questions = new ArrayList<>();
    for (Query query : queries) {
      Optional<String> catalog = query.deparsed();
      if (catalog.isPresent()) {
        for (ImmutableMap<String, String> chunk : chunks.of(catalog.get())) {
          questions.add(new Question(query, chunk, true));
        }
      } else {
        questions.add(new Question(query, ImmutableMap.of(), false));
      }
    }
    List<ImmutableList<Row>> rows = run(questions);
    Map<Query, ImmutableList<Row>> answers = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      answers.merge(
          questions.get(i).query(),
          rows.get(i),
          (a, b) -> ImmutableList.copyOf(Iterables.concat(a, b)));
    }
    return new Answers(ImmutableMap.copyOf(answers));
  }

  private List<ImmutableList<Row>> run(List<Question> questions) throws SQLException {
    return switch (pace) {
      case TOGETHER -> run("", questions, "");
      case ONE_BY_ONE -> {
        List<ImmutableList<Row>> rows = new ArrayList<>();
        for (Question question : questions) {
          rows.addAll(run("", ImmutableList.of(question), ""));
        }
        yield rows;
      }
    };
  }

  /** The rows of each question, asked together. */
  private List<ImmutableList<Row>> run(String before, List<Question> questions, String after)
      throws SQLException {
    StringBuilder sql = new StringBuilder(before);
    for (Question question : questions) {
      sql.append(question.sql(major)).append(";\n");
    }
    sql.setLength(sql.length() - ";\n".length());
    try (PreparedStatement statement = connection.prepareStatement(sql.append(after).toString())) {
      // A prepared statement would send some values in another form than text.
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      int position = 0;
      for (Question question : questions) {
        for (Map.Entry<String, String> parameter : question.parameters().entrySet()) {
          statement.setString(++position, parameter.getKey());
          statement.setString(++position, parameter.getValue());
        }
      }
      List<ImmutableList<Row>> answers = new ArrayList<>();
      Results results = new Results(statement);
      if (!before.isEmpty()) {
        results.next().close();
      }
      for (Question question : questions) {
        for (int i = 0; i < question.parameters().size(); i++) {
          results.next().close();
        }
        try (ResultSet result = results.next()) {
          answers.add(rows(question.query(), result));
        }
      }
      return answers;
    }
  }

  /** The results of a statement that are rows, one after the other. */
  private static final class Results {
    private final PreparedStatement statement;
    private boolean begun;

    Results(PreparedStatement statement) {
      this.statement = statement;
    }

    ResultSet next() throws SQLException {
      boolean rows = begun ? statement.getMoreResults() : statement.execute();
      begun = true;
      while (!rows) {
        if (statement.getUpdateCount() < 0) {
          throw new IllegalStateException("a query returned no rows");
        }
        rows = statement.getMoreResults();
      }
      return statement.getResultSet();
    }
  }

  private ImmutableList<Row> rows(Query query, ResultSet result) throws SQLException {
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    Row.Shape shape = new Row.Shape(query, columns(query, result.getMetaData()), texts);
    byte[] @Nullable [] values = new byte[shape.columns().size()][];
    while (result.next()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = result.getBytes(i + 1);
      }
      rows.add(new Row(shape, PackedValues.of(values)));
    }
    return rows.build();
  }

  private static ImmutableMap<String, Integer> columns(Query query, ResultSetMetaData metadata)
      throws SQLException {
    PGResultSetMetaData formats = metadata.unwrap(PGResultSetMetaData.class);
    ImmutableMap.Builder<String, Integer> columns = ImmutableMap.builder();
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      if (formats.getFormat(i) != TEXT) {
        throw new IllegalStateException(query + " returned a column in another form than text");
      }
      columns.put(metadata.getColumnLabel(i), i - 1);
    }
    return columns.buildOrThrow();
  }

  /** The text of the variant for a major version: the newest that is not newer than the server. */
  static String text(Query query, int major) {
    URL resource =
        IntStream.iterate(major, version -> version > 0, version -> version - 1)
            .mapToObj(version -> find(query.resource() + "@pg" + version))
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> find(query.resource()))
            .orElseThrow(() -> new IllegalStateException("no resource for the query " + query));
    try {
      return Resources.toString(resource, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<URL> find(String name) {
    return Optional.ofNullable(Queries.class.getResource(FOLDER + name + ".sql"));
  }
}
