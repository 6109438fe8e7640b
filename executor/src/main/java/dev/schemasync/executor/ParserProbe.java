package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A way to let a server read statements without executing them. */
enum ParserProbe {
  /**
   * PL/pgSQL hands every statement of a block to the raw parser before the block starts, and this
   * block returns at once. It writes nothing. PL/pgSQL itself objects to a few valid statements, so
   * its rejections are no proof.
   */
  BLOCK {
    @Override
    ImmutableList<String> wrap(String tag, String body) {
      return ImmutableList.of("DO %s BEGIN RETURN;\n%s\nEND %s".formatted(tag, body, tag));
    }
  },
  /**
   * The body of a polymorphic SQL function is read by the raw parser alone when it is created,
   * which is undone. Needs the right to create temporary objects.
   */
  FUNCTION {
    @Override
    ImmutableList<String> wrap(String tag, String body) {
      return ImmutableList.of(
          "BEGIN",
          "CREATE FUNCTION pg_temp.schemasync_parse_check(anyelement) RETURNS anyelement"
              + " LANGUAGE sql AS %s\n%s\n%s".formatted(tag, body, tag),
          "ROLLBACK");
    }
  };

  abstract ImmutableList<String> wrap(String tag, String body);

  /**
   * Lets the server read the statements.
   *
   * @throws SQLException if it objects
   */
  void read(Session session, List<String> statements) throws SQLException {
    // A line break first: the text may end with a comment.
    String body = statements.stream().map(s -> s + "\n;").collect(Collectors.joining("\n"));
    try {
      session.batch(wrap(absentTag(body), body));
    } catch (SQLException e) {
      if (!ServerError.of(e).connectionLost()) {
        session.execute("ROLLBACK");
      }
      throw e;
    }
  }

  /** A dollar quote that the text cannot end. */
  private static String absentTag(String body) {
    while (true) {
      String tag = "$schemasync_%x$".formatted(ThreadLocalRandom.current().nextLong());
      if (!body.contains(tag)) {
        return tag;
      }
    }
  }
}
