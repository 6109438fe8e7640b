package dev.schemasync.model.server;

/**
 * The version of a server.
 *
 * @param number {@code server_version_num}, such as 150018
 */
public record ServerVersion(int number) implements Comparable<ServerVersion> {
  /** The oldest major version that is supported. */
  public static final int OLDEST_MAJOR = 13;

  /** The newest major version that was tested. */
  public static final int NEWEST_MAJOR = 18;

  /** The major version, such as 15. */
  public int major() {
    return number / 10000;
  }

  /** Whether a server of this version has the feature. */
  public boolean has(Feature feature) {
    return major() >= feature.since() && major() <= feature.until();
  }

  @Override
  public int compareTo(ServerVersion other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return major() + "." + number % 10000;
  }
}
