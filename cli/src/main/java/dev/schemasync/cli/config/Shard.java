package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;

/**
 * One shard of a cluster.
 *
 * @param number from 0
 * @param servers its servers in file order; never empty, with at most one {@link Role#PRIMARY}
 */
public record Shard(int number, ImmutableList<ServerTarget> servers) {

  /**
   * Where writes may go, in the order to try: the primary, or else every {@code auto} server, one
   * of which is the primary. Empty when the shard has replicas only.
   */
  public ImmutableList<ServerTarget> writeCandidates() {
    ImmutableList<ServerTarget> primary = withRole(Role.PRIMARY);
    return primary.isEmpty() ? withRole(Role.AUTO) : primary;
  }

  /** Where the schema may be read, in the order to try: primary, {@code auto}, replicas. */
  public ImmutableList<ServerTarget> readCandidates() {
    return Stream.of(Role.PRIMARY, Role.AUTO, Role.REPLICA)
        .flatMap(role -> withRole(role).stream())
        .collect(toImmutableList());
  }

  private ImmutableList<ServerTarget> withRole(Role role) {

    return servers.stream().filter(server -> server.role() == role).collect(toImmutableList());
  }
}
