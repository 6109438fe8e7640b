package dev.schemasync.executor;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinator's record of its decision: an empty large object in its database, whose comment
 * says of which run it is and whether that has committed. It is made before any shard prepares; the
 * coordinator's own transaction changes it. So it shows both that a database is the coordinator's,
 * which no number that servers are given can show, since copies of a server share it, and what was
 * decided. Large objects need no schema and no privilege, and are in nobody's way.
 *
 * @param run the random name of the run, as in {@link Gid}
 * @param largeObject its OID
 * @param committed whether the coordinator has committed
 */
record CommitRecord(String run, long largeObject, boolean committed) {
  private static final Pattern FORM =
      Pattern.compile("schemasync run ([0-9a-f]{1,32}): (open|committed)");

  /** What others made proves nothing: everybody can read the name of a run. */
  private static final String READ =
      """
      SELECT d.objoid, d.description
      FROM pg_catalog.pg_description d
      JOIN pg_catalog.pg_largeobject_metadata m ON m.oid = d.objoid
      JOIN pg_catalog.pg_roles r ON r.oid = m.lomowner AND r.rolname = current_user
      WHERE d.classoid = 'pg_catalog.pg_largeobject'::pg_catalog.regclass
        AND d.description LIKE 'schemasync run %'
      ORDER BY d.objoid
      """;

  /** The upper half of the numbers, where the server itself has usually not been yet. */
  private static final long FIRST = 1L << 31;

  /** What is decided must not be forgotten when the server crashes. */
  private static final String DURABLE =
      "SELECT pg_catalog.set_config('synchronous_commit', 'on', true)"
          + " WHERE pg_catalog.current_setting('synchronous_commit') = 'off'";

  /** The record of a run that has decided nothing yet, and is not on a server yet. */
  static CommitRecord open(String run) {
    return new CommitRecord(run, ThreadLocalRandom.current().nextLong(FIRST, 2 * FIRST), false);
  }

  /** The records that the role of a session has made in its database. */
  static ImmutableList<CommitRecord> read(Session session) throws SQLException {
    return session
        .query(READ, row -> parse(row.getLong("objoid"), row.getString("description")))
        .stream()
        .flatMap(Optional::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<CommitRecord> parse(long largeObject, String comment) {
    Matcher matcher = FORM.matcher(comment);
    return matcher.matches()
        ? Optional.of(
            new CommitRecord(matcher.group(1), largeObject, matcher.group(2).equals("committed")))
        : Optional.empty();
  }

  /** Makes it, to be seen by whoever comes after. */
  void write(Session session) throws SQLException {
    session.execute("BEGIN");
    try {
      session.execute(DURABLE);
      session.execute("SELECT pg_catalog.lo_create(%d)".formatted(largeObject));
      session.execute(comment("open"));
      session.execute("COMMIT");
    } catch (SQLException e) {
      if (!ServerError.of(e).connectionLost()) {
        session.execute("ROLLBACK");
      }
      throw e;
    }
  }

  /** What the coordinator's transaction does last; it takes effect when that commits. */
  void decide(Session coordinator) throws SQLException {
    coordinator.execute(DURABLE);
    coordinator.execute(comment("committed"));
  }

  /** Removes it, when every shard has followed the decision. */
  void erase(Session session) throws SQLException {
    session.execute("SELECT pg_catalog.lo_unlink(%d)".formatted(largeObject));
  }

  private String comment(String state) {
    return "COMMENT ON LARGE OBJECT %d IS 'schemasync run %s: %s'"
        .formatted(largeObject, run, state);
  }
}
