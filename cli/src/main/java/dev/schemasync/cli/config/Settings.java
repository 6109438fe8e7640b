package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;

/**
 * What the two files say, checked against their schemas, with the servers and users of database
 * URLs instead of theirs where URLs are given.
 *
 * @param configuration {@code pgdog.toml}
 * @param users {@code users.toml}
 */
public record Settings(Configuration configuration, Users users) {

  /** The same with the servers and users of URLs in the place of all others. */
  Settings with(ImmutableList<DatabaseUrl> urls) {
    return new Settings(
        new Configuration(
            configuration.file(),
            configuration.general(),
            configuration.keepAlive(),
            DatabaseUrls.databases(urls),
            configuration.shardedTables(),
            configuration.omnishardedTables(),
            configuration.shardedSchemas()),
        new Users(users.file(), DatabaseUrls.users(urls)));
  }
}
