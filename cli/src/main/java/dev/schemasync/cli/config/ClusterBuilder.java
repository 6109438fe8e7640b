package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.net.InetAddresses;
import dev.schemasync.cli.socket.TlsFileException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tomlj.Toml;

/** Puts one cluster together from its entries, and collects what is wrong with them. */
final class ClusterBuilder {

  /** What {@code statement_timeout} and {@code lock_timeout} of PostgreSQL hold. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  /** Keeps a host from adding servers or parameters to a JDBC URL. */
  private static final Pattern HOST_NAME = Pattern.compile("[\\p{L}\\p{N}._-]+");

  private final Settings settings;
  private final String name;
  private final Access access;
  private final ImmutableListMultimap<Long, DatabaseEntry> shards;
  private final ImmutableList.Builder<Problem> problems = ImmutableList.builder();

  /**
   * Looks up the entries.
   *
   * @param name a cluster that has an entry
   */
  ClusterBuilder(Settings settings, String name, Access access) {
    this.settings = settings;
    this.name = name;
    this.access = access;
    this.shards =
        settings.configuration().databases().stream()
            .filter(entry -> entry.name().equals(name))
            .collect(toImmutableListMultimap(DatabaseEntry::shard, entry -> entry));
  }

  /** The cluster, if it has no problems. */
  Optional<Cluster> build() {
    checkShards();
    checkServers();
    if (access == Access.WRITE) {
      checkPrimaries();
    }
    Optional<User> admin = schemaAdmin();
    if (!problems().isEmpty()) {
      return Optional.empty();
    }
    Optional<Cluster> cluster =
        admin.map(
            user ->
                new Cluster(
                    name,
                    numbers().stream()
                        .map(number -> shard(number, user))
                        .collect(toImmutableList()),
                    shards.values().stream()
                        .map(entry -> entry.location().file())
                        .collect(toImmutableSortedSet(naturalOrder())),
                    ImmutableSortedSet.of(user.location().file())));
    cluster.ifPresent(this::checkTlsFiles);
    return problems().isEmpty() ? cluster : Optional.empty();
  }

  /** Found now, or else every connection would fail with what the driver makes of it. */
  private void checkTlsFiles(Cluster cluster) {
    cluster.shards().stream()
        .flatMap(shard -> shard.servers().stream())
        .map(ServerTarget::tls)
        .filter(tls -> tls.verify() != TlsVerify.DISABLED && tls.namesFiles())
        .distinct()
        .forEach(
            tls -> {
              try {
                tls.files().context();
              } catch (TlsFileException e) {
                problems.add(Problem.at(Location.file(e.file()), "", e.reason(), e.remedy()));
              } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** What is wrong whether or not a run uses the cluster. */
  ImmutableList<Problem> checkWithoutRun() {
    checkShards();
    return problems();
  }

  /** What PgDog can live with and a run cannot. */
  ImmutableList<Problem> checkForRuns() {
    checkServers();
    ImmutableList<User> admins = settings.users().schemaAdmins(name);
    if (admins.size() > 1) {
      reportSeveralAdmins(admins);
    }
    admins.forEach(this::checkAuthentication);
    return problems();
  }

  ImmutableList<Problem> problems() {
    return problems.build();
  }

  private ImmutableSortedSet<Long> numbers() {
    return ImmutableSortedSet.copyOf(shards.keySet());
  }

  private Shard shard(long number, User admin) {
    return new Shard(
        Math.toIntExact(number),
        shards.get(number).stream().map(entry -> target(entry, admin)).collect(toImmutableList()));
  }

  private ServerTarget target(DatabaseEntry entry, User admin) {
    General general = settings.configuration().general();
    return new ServerTarget(
        entry.host(),
        entry.port(),
        entry.database(),
        entry.user().or(admin::serverUser).orElse(admin.name()),
        entry.password().or(admin::serverPassword).or(admin::password),
        general.tls().with(entry.tls()),
        settings.configuration().keepAlive(),
        general.connectTimeout(),
        entry.statementTimeout().or(admin::statementTimeout),
        entry.lockTimeout().or(admin::lockTimeout),
        entry.role());
  }

  private void checkShards() {
    checkNumbers();
    checkDistinct();
  }

  private void checkServers() {
    for (long number : numbers()) {
      ImmutableList<DatabaseEntry> servers = shards.get(number);
      ImmutableList<DatabaseEntry> primaries =
          servers.stream().filter(entry -> entry.role() == Role.PRIMARY).collect(toImmutableList());
      primaries.stream()
          .filter(entry -> !entry.address().equals(primaries.getFirst().address()))
          .findFirst()
          .ifPresent(
              second ->
                  report(
                      second,
                      "role",
                      "shard %d of \"%s\" has a primary already: %s"
                          .formatted(number, name, primaries.getFirst().location()),
                      "give this server another shard or role = \"replica\""));
      servers.forEach(this::checkEntry);
    }
  }

  private void checkNumbers() {
    long expected = 0;
    for (long number : numbers()) {
      if (number != expected) {
        report(
            shards.get(number).getFirst(),
            "shard",
            "shard %d of \"%s\" is missing, but this is shard %d".formatted(expected, name, number),
            "number the shards from 0 without gaps");
        return;
      }
      expected++;
    }
  }

  private void checkEntry(DatabaseEntry entry) {
    String host = entry.host();
    if (!HOST_NAME.matcher(host).matches()
        && !InetAddresses.isInetAddress(host)
        && !InetAddresses.isUriInetAddress(host)) {
      report(entry, "host", "not a host name or an IP address", "name the server only");
    }
    entry
        .statementTimeout()
        .ifPresent(
            timeout -> checkTimeout(timeout, entry.keyPath("statement_timeout"), entry.location()));
    entry
        .lockTimeout()
        .ifPresent(
            timeout -> checkTimeout(timeout, entry.keyPath("lock_timeout"), entry.location()));
  }

  /** Two shards in one database would each hold the rows of both. */
  private void checkDistinct() {
    Map<Address, DatabaseEntry> seen = new HashMap<>();
    for (long number : numbers()) {
      for (DatabaseEntry entry : shards.get(number)) {
        DatabaseEntry earlier = seen.putIfAbsent(entry.address(), entry);
        // One shard may list one server twice: as its primary and for its reads.
        if (earlier != null && earlier.shard() != entry.shard()) {
          report(
              entry,
              "host",
              "the same database as shard %d at %s".formatted(earlier.shard(), earlier.location()),
              "give it another host, port or database_name");
        }
      }
    }
  }

  private void checkPrimaries() {
    for (long number : numbers()) {
      ImmutableList<DatabaseEntry> servers = shards.get(number);
      if (servers.stream().allMatch(entry -> entry.role() == Role.REPLICA)) {
        report(
            servers.getFirst(),
            "role",
            "shard %d of \"%s\" has no primary to write to".formatted(number, name),
            "add its primary to [[databases]]");
      }
    }
  }

  private Optional<User> schemaAdmin() {
    ImmutableList<User> admins = settings.users().schemaAdmins(name);
    if (admins.isEmpty()) {
      reportNoAdmin();
      return Optional.empty();
    }
    if (admins.size() > 1) {
      reportSeveralAdmins(admins);
      return Optional.empty();
    }
    User admin = admins.getFirst();
    checkAuthentication(admin);
    admin
        .statementTimeout()
        .ifPresent(
            timeout ->
                checkTimeout(timeout, admin.path() + ".statement_timeout", admin.location()));
    admin
        .lockTimeout()
        .ifPresent(
            timeout -> checkTimeout(timeout, admin.path() + ".lock_timeout", admin.location()));
    return Optional.of(admin);
  }

  private void checkAuthentication(User admin) {
    if (admin.serverAuth() != ServerAuth.PASSWORD) {
      problems.add(
          Problem.at(
              admin.location(),
              admin.path() + ".server_auth",
              "the schema admin of \"%s\" authenticates with %s, which is not supported here"
                  .formatted(name, admin.serverAuth().word()),
              "use a schema admin with server_auth = \"password\""));
    }
  }

  private void reportNoAdmin() {
    problems.add(
        Problem.at(
            Location.file(settings.users().file()),
            "",
            "no user with schema_admin = true for cluster \"" + name + '"',
            """
            add one that may create schemas and tables on its servers:

                [[users]]
                name = "migrator"
                database = "%s"
                password = "..."
                schema_admin = true
            """
                .formatted(Toml.tomlEscape(name))));
  }

  private void reportSeveralAdmins(ImmutableList<User> admins) {
    User second = admins.get(1);
    boolean ofUrl = second.path().isEmpty();
    problems.add(
        Problem.at(
            second.location(),
            ofUrl ? "" : second.path() + ".schema_admin",
            "cluster \"%s\" has more than one schema admin: %s"
                .formatted(
                    name,
                    admins.stream()
                        .map(user -> "\"" + user.name() + "\" (" + user.location() + ")")
                        .collect(joining(", "))),
            ofUrl
                ? "give every URL of the cluster the same user and password; a server with another"
                    + " gets them with ?user=...&password=..."
                : "leave schema_admin = true on the one that is to own what is created"));
  }

  private void checkTimeout(Duration timeout, String key, Location location) {
    if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      problems.add(
          Problem.at(
              location,
              key,
              "PostgreSQL accepts at most " + LONGEST_TIMEOUT.toMillis() + " milliseconds",
              "leave the key out for no limit"));
    }
  }

  private void report(DatabaseEntry entry, String key, String message, String remedy) {
    problems.add(Problem.at(entry.location(), entry.keyPath(key), message, remedy));
  }
}
