package dev.schemasync.testkit.server;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a test asks of a server of its own.
 *
 * @param major the PostgreSQL major version, such as 18
 * @param settings server settings by their name in {@code postgresql.conf}; they win over the
 *     defaults of {@link #effectiveSettings()}
 * @param passwordAuthentication whether every connection must prove its password by SCRAM;
 *     otherwise any password is accepted
 * @param extensionFiles control files and scripts of extensions that only this server offers, by
 *     their name; only the embedded provider has them
 */
public record ServerOptions(
    int major,
    ImmutableSortedMap<String, String> settings,
    boolean passwordAuthentication,
    ImmutableSortedMap<String, String> extensionFiles) {

  /**
   * Fast and forgetful: what a server that lives for one test run can afford, and two-phase commit
   * needs.
   */
  private static final ImmutableSortedMap<String, String> DEFAULTS =
      ImmutableSortedMap.<String, String>naturalOrder()
          .put("autovacuum", "off")
          .put("fsync", "off")
          .put("full_page_writes", "off")
          .put("jit", "off")
          .put("max_connections", "200")
          .put("max_locks_per_transaction", "512")
          .put("max_prepared_transactions", "64")
          .put("password_encryption", "scram-sha-256")
          .put("shared_buffers", "32MB")
          .put("synchronous_commit", "off")
          .put("wal_level", "logical")
          .buildOrThrow();

  public ServerOptions {
    checkArgument(major >= 10, "not a PostgreSQL major version: %s", major);
  }

  /** A server of that major version with the default settings, which accepts any password. */
  public static ServerOptions of(int major) {
    return new ServerOptions(major, ImmutableSortedMap.of(), false, ImmutableSortedMap.of());
  }

  /** The same options with one setting more, or another value for it. */
  public ServerOptions withSetting(String name, String value) {
    return new ServerOptions(
        major, with(settings, name, value), passwordAuthentication, extensionFiles);
  }

  /** The same options, but connections must authenticate with SCRAM-SHA-256. */
  public ServerOptions withPasswordAuthentication() {
    return new ServerOptions(major, settings, true, extensionFiles);
  }

  /** The same options, with a file more in the folder of extensions. */
  public ServerOptions withExtensionFile(String name, String content) {
    return new ServerOptions(
        major, settings, passwordAuthentication, with(extensionFiles, name, content));
  }

  private static ImmutableSortedMap<String, String> with(
      Map<String, String> before, String name, String value) {
    Map<String, String> changed = new TreeMap<>(before);
    changed.put(name, value);
    return ImmutableSortedMap.copyOf(changed);
  }

  /** The settings a started server runs with: the defaults, overridden by {@link #settings()}. */
  public ImmutableSortedMap<String, String> effectiveSettings() {
    Map<String, String> effective = new TreeMap<>(DEFAULTS);
    effective.putAll(settings);
    return ImmutableSortedMap.copyOf(effective);
  }
}
