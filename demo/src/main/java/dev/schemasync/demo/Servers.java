package dev.schemasync.demo;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.PostgresUnavailableException;
import dev.schemasync.testkit.server.ServerOptions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/** The servers of a demonstration, one process per cluster member: a source and its shards. */
final class Servers implements AutoCloseable {

  /** How many shards the destination has. */
  static final int SHARDS = 2;

  private final Member source;
  private final ImmutableList<Member> shards;

  private Servers(Member source, ImmutableList<Member> shards) {
    this.source = source;
    this.shards = shards;
  }

  /**
   * Starts them, each with an empty database and a schema admin who has to prove a password.
   *
   * @throws SQLException when one of them does not do as it should
   * @throws PostgresUnavailableException when there is no such server to be had
   */
  static Servers start(int major) throws SQLException {
    if (System.getProperty(PostgresServers.PROVIDER_PROPERTY, "").equals("external")) {
      throw new SQLException(
          "the demonstration needs servers of its own; leave -D%s=external out"
              .formatted(PostgresServers.PROVIDER_PROPERTY));
    }
    String password = randomPassword();
    ImmutableList.Builder<Member> started = ImmutableList.builder();
    try {
      // The first one unpacks what the others then find.
      Member source = member("source", major, password);
      started.add(source);
      ImmutableList<Member> shards =
          AtOnce.map(
              IntStream.range(0, SHARDS).boxed().collect(toImmutableList()),
              number -> {
                Member shard = member("shard " + number, major, password);
                synchronized (started) {
                  started.add(shard);
                }
                return shard;
              });
      return new Servers(source, shards);
    } catch (SQLException | RuntimeException e) {
      started.build().forEach(member -> member.server().close());
      throw e;
    }
  }

  Member source() {
    return source;
  }

  /** By shard number. */
  ImmutableList<Member> shards() {
    return shards;
  }

  /** The source, then the shards. */
  ImmutableList<Member> all() {
    return ImmutableList.<Member>builder().add(source).addAll(shards).build();
  }

  /** Stops the servers and removes their files. */
  @Override
  public void close() {
    all().parallelStream().forEach(member -> member.server().close());
  }

  private static Member member(String label, int major, String password) throws SQLException {
    PostgresServer server =
        PostgresServers.start(ServerOptions.of(major).withPasswordAuthentication());
    try {
      Member member = new Member(label, server, password);
      server.createDatabase(Member.DATABASE);
      try (Connection connection = server.connect(PostgresServer.MAINTENANCE_DATABASE);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE " + Member.ADMIN + " SUPERUSER LOGIN");
        // Hashed on this side, so that the password shows in no log and no statistics.
        connection
            .unwrap(PGConnection.class)
            .alterUserPassword(Member.ADMIN, password.toCharArray(), "scram-sha-256");
      }
      closeWellKnownAccount(member);
      return member;
    } catch (SQLException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The test kit's superuser has a password that everybody can read in its sources. */
  private static void closeWellKnownAccount(Member member) throws SQLException {
    try (Connection connection = member.connect();
        Statement statement = connection.createStatement()) {
      String superuser =
          connection.unwrap(PGConnection.class).escapeIdentifier(member.server().superuser());
      statement.execute("ALTER ROLE " + superuser + " NOLOGIN");
    }
  }

  private static String randomPassword() {
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
