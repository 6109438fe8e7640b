package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a configuration comes from.
 *
 * @param configuration {@code pgdog.toml}
 * @param users {@code users.toml}
 * @param databaseUrls each {@code --database-url}; they win over the URLs of the environment
 * @param environment variables of the process; those that begin with {@code PGDOG_} count, and
 *     {@code USER} for a URL without a user
 * @param accepted unknown keys that are no error
 */
public record ConfigurationSource(
    Path configuration,
    Path users,
    ImmutableList<String> databaseUrls,
    Map<String, String> environment,
    AcceptedKeys accepted) {

  @Override
  public String toString() {
    return configuration + ", " + users + ", " + databaseUrls.size() + " database URLs";
  }
}
