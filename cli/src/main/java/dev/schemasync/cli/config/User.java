package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * One {@code [[users]]} entry.
 *
 * @param name the user as clients of PgDog know it
 * @param database the only cluster; empty when the entry names none
 * @param databases the clusters where {@code database} is empty
 * @param allDatabases every cluster, whatever the other two say
 * @param password the first that the entry gives
 * @param serverUser connects instead of {@code name}
 * @param serverPassword goes to the server instead of {@code password}
 * @param schemaAdmin whether this user reads and writes schemas
 * @param serverAuth how the user proves itself to a server
 * @param statementTimeout {@code statement_timeout} of its connections
 * @param lockTimeout {@code lock_timeout} of its connections
 * @param path the entry's key, {@code users[0]}; empty when a URL makes the entry
 * @param location where the entry begins
 */
public record User(
    String name,
    Optional<String> database,
    ImmutableList<String> databases,
    boolean allDatabases,
    Optional<Secret> password,
    Optional<String> serverUser,
    Optional<Secret> serverPassword,
    boolean schemaAdmin,
    ServerAuth serverAuth,
    Optional<Duration> statementTimeout,
    Optional<Duration> lockTimeout,
    String path,
    Location location) {

  /** {@code all_databases} wins over {@code database}, which wins over {@code databases}. */
  boolean belongsTo(String cluster) {
    return allDatabases || database.map(cluster::equals).orElse(databases.contains(cluster));
  }

  /** The same user as if it stood elsewhere. */
  User at(Location elsewhere) {
    return new User(
        name,
        database,
        databases,
        allDatabases,
        password,
        serverUser,
        serverPassword,
        schemaAdmin,
        serverAuth,
        statementTimeout,
        lockTimeout,
        path,
        elsewhere);
  }
}
