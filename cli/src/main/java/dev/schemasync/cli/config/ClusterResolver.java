package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the servers behind the clusters of a run, and everything that is wrong with them.
 *
 * <p>The schema admin connects, to the source and to the destination. Two schema admins for one
 * cluster are an error: which of them runs decides who owns what is created, so it is not left to
 * the order of a file.
 */
public final class ClusterResolver {

  private final Settings settings;

  public ClusterResolver(Settings settings) {
    this.settings = settings;
  }

  /** The names in {@code [[databases]]}, in file order. */
  public ImmutableList<String> clusterNames() {
    return settings.configuration().databases().stream()
        .map(DatabaseEntry::name)
        .distinct()
        .collect(toImmutableList());
  }

  /**
   * Both ends of a run.
   *
   * @param source the cluster to read, {@code --from-database}
   * @param destination the cluster to write, {@code --to-database}
   * @throws ConfigurationException one of them is unknown, has a gap in its shards, lacks a server
   *     or a schema admin, or both are the same; with every problem of both
   */
  public SyncClusters resolve(String source, String destination) throws ConfigurationException {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    if (source.equals(destination)) {
      problems.add(
          flagProblem(
              "--to-database",
              "\"" + destination + "\" is the source as well",
              "name another cluster"));
    }
    Optional<Cluster> from = find("--from-database", source, Access.READ, problems);
    Optional<Cluster> to =
        source.equals(destination)
            ? Optional.empty()
            : find("--to-database", destination, Access.WRITE, problems);
    if (from.isPresent() && to.isPresent()) {
      reportSharedDatabases(from.get(), to.get(), problems);
    }
    throwIfAny(problems.build());
    return new SyncClusters(from.orElseThrow(), to.orElseThrow());
  }

  /**
   * The cluster that a run reads.
   *
   * @throws ConfigurationException as {@link #resolve}
   */
  public Cluster source(String name) throws ConfigurationException {
    return single("--from-database", name, Access.READ);
  }

  /**
   * The cluster that a run writes.
   *
   * @throws ConfigurationException as {@link #resolve}
   */
  public Cluster destination(String name) throws ConfigurationException {
    return single("--to-database", name, Access.WRITE);
  }

  /**
   * What {@code configcheck} finds beyond the schemas: gaps in shards, two shards in one database.
   */
  public ImmutableList<Problem> check() {
    return ofEveryCluster(ClusterBuilder::checkWithoutRun);
  }

  /**
   * What PgDog takes, but a run with the cluster would not: two primaries or two schema admins to
   * choose from, a host that cannot be reached by its name. A cluster without a schema admin is
   * fine until a run needs it.
   */
  public ImmutableList<Problem> checkForRuns() {
    return ofEveryCluster(ClusterBuilder::checkForRuns);
  }

  private ImmutableList<Problem> ofEveryCluster(
      Function<ClusterBuilder, ImmutableList<Problem>> check) {
    return inOrder(
        clusterNames().stream()
            .flatMap(name -> check.apply(builder(name, Access.READ)).stream())
            .collect(toImmutableList()));
  }

  private Cluster single(String flag, String name, Access access) throws ConfigurationException {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    Optional<Cluster> cluster = find(flag, name, access, problems);
    throwIfAny(problems.build());
    return cluster.orElseThrow();
  }

  /** The cluster, unless something about it is wrong, which is then among the problems. */
  private Optional<Cluster> find(
      String flag, String name, Access access, ImmutableList.Builder<Problem> problems) {
    ImmutableList<String> known = clusterNames();
    if (!known.contains(name)) {
      String suggestion =
          Nearest.to(name, known).map(near -> "did you mean \"" + near + "\"? ").orElse("");
      String remedy =
          known.isEmpty()
              ? "the file has no [[databases]]"
              : suggestion + "known: " + String.join(", ", known);
      problems.add(flagProblem(flag, "no cluster \"" + name + "\" in [[databases]]", remedy));
      return Optional.empty();
    }
    ClusterBuilder builder = builder(name, access);
    Optional<Cluster> cluster = builder.build();
    problems.addAll(builder.problems());
    return cluster;
  }

  private ClusterBuilder builder(String name, Access access) {
    return new ClusterBuilder(settings, name, access);
  }

  private void reportSharedDatabases(
      Cluster from, Cluster to, ImmutableList.Builder<Problem> problems) {
    for (Shard written : to.shards()) {
      for (Shard read : from.shards()) {
        written.servers().stream()
            .filter(server -> addresses(read).contains(server.address()))
            .forEach(
                server ->
                    problems.add(
                        flagProblem(
                            "--to-database",
                            "shard %d of \"%s\" is shard %d of \"%s\": %s"
                                .formatted(
                                    written.number(),
                                    to.name(),
                                    read.number(),
                                    from.name(),
                                    server.display()),
                            "a run would write to its own source")));
      }
    }
  }

  private static ImmutableSet<Address> addresses(Shard shard) {
    return shard.servers().stream().map(ServerTarget::address).collect(toImmutableSet());
  }

  private Problem flagProblem(String flag, String message, String remedy) {
    return Problem.at(Location.file(settings.configuration().file()), flag, message, remedy);
  }

  private void throwIfAny(ImmutableList<Problem> problems) throws ConfigurationException {
    ConfigurationException.throwIfAny(inOrder(problems));
  }

  /** Those of {@code pgdog.toml} first; one that concerns both clusters once. */
  private ImmutableList<Problem> inOrder(ImmutableList<Problem> problems) {
    ImmutableSet<Problem> sorted =
        problems.stream().sorted(Problem.BY_POSITION).collect(toImmutableSet());
    String usersFile = settings.users().file();
    return ImmutableList.<Problem>builder()
        .addAll(sorted.stream().filter(p -> !p.file().equals(usersFile)).iterator())
        .addAll(sorted.stream().filter(p -> p.file().equals(usersFile)).iterator())
        .build();
  }
}
