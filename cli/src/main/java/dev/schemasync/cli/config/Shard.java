package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * One shard of a cluster.
 *
 * @param number from 0
 * @param servers its servers in file order; never empty, with one {@link Role#PRIMARY} at most,
 *     which may be listed as a replica too
 */
public record Shard(int number, ImmutableList<ServerTarget> servers) {

  /**
   * Where writes may go, in the order to try: the primary, or else every {@code auto} server, one
   * of which is the primary. Empty when the shard has replicas only.
   */
  public ImmutableList<ServerTarget> writeCandidates() {
    ImmutableList<ServerTarget> primary = withRoles(Role.PRIMARY);
    return primary.isEmpty() ? withRoles(Role.AUTO) : primary;
  }

  /** Where the schema may be read, in the order to try: primary, {@code auto}, replicas. */
  public ImmutableList<ServerTarget> readCandidates() {
    return withRoles(Role.PRIMARY, Role.AUTO, Role.REPLICA);
  }

  /** Each address once, in its first role: to try it again would get the same answer. */
  private ImmutableList<ServerTarget> withRoles(Role... roles) {
    return Stream.of(roles)
        .flatMap(role -> servers.stream().filter(server -> server.role() == role))
        .collect(toImmutableMap(ServerTarget::address, server -> server, (first, again) -> first))
        .values()
        .asList();
  }
}
