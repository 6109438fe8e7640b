package dev.schemasync.cli.config;

import dev.schemasync.model.name.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * One {@code [[databases]]} entry: one server of a cluster.
 *
 * @param name the cluster; entries of the same name form it
 * @param host name or address
 * @param port 0 to 65535
 * @param shard shard number, from 0
 * @param role what the server is in its shard
 * @param databaseName the database on the server; {@code name} when empty
 * @param user wins over {@code users.toml}
 * @param password wins over {@code users.toml}
 * @param statementTimeout wins over {@code users.toml}
 * @param lockTimeout wins over {@code users.toml}
 * @param tls wins over {@code [general]}
 * @param path the entry's key, {@code databases[0]}; empty when a URL makes the entry
 * @param location where the entry begins
 */
public record DatabaseEntry(
    String name,
    String host,
    int port,
    long shard,
    Role role,
    Optional<String> databaseName,
    Optional<String> user,
    Optional<Secret> password,
    Optional<Duration> statementTimeout,
    Optional<Duration> lockTimeout,
    ServerTls tls,
    String path,
    Location location) {

  /** The database on the server. */
  String database() {
    return databaseName.orElse(name);
  }

  /** Where a key of the entry is said, for problems with it. */
  String keyPath(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The same entry as if it stood elsewhere. */
  DatabaseEntry at(Location elsewhere) {
    return new DatabaseEntry(
        name,
        host,
        port,
        shard,
        role,
        databaseName,
        user,
        password,
        statementTimeout,
        lockTimeout,
        tls,
        path,
        elsewhere);
  }

  Address address() {
    return new Address(host, port, database());
  }
}
