package dev.schemasync.model.server;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.name.Identifier;
import java.util.Map;
import java.util.Optional;

/** What a server says of the extensions that it could install. */
public sealed interface InstallableExtensions {
  /**
   * All of them ({@code pg_available_extension_versions}).
   *
   * @param versions every version of every extension
   */
  record Known(ImmutableTable<Identifier, String, Version> versions)
      implements InstallableExtensions {}

  /**
   * It does not say. One control file that it cannot read keeps it from naming any extension,
   * though it may well install those whose files are in order.
   *
   * @param reason the end of a sentence
   */
  record Unknown(String reason) implements InstallableExtensions {}

  /**
   * A version of an extension.
   *
   * @param comment that CREATE EXTENSION gives it
   * @param superuserOnly whether only a superuser can install it
   * @param usual whether CREATE EXTENSION installs it where no version is named
   */
  record Version(Optional<String> comment, boolean superuserOnly, boolean usual) {}

  /** The versions of an extension that the server has named. */
  default ImmutableMap<String, Version> versions(Identifier extension) {
    return switch (this) {
      case Known(var versions) -> versions.row(extension);
      case Unknown unknown -> ImmutableMap.of();
    };
  }

  /**
   * The version of an extension to ask for: the wanted one, unless the server has named others
   * only; then none, so that it installs its usual one.
   */
  default Optional<String> choose(Identifier extension, String wanted) {
    ImmutableMap<String, Version> versions = versions(extension);
    return versions.isEmpty() || versions.containsKey(wanted)
        ? Optional.of(wanted)
        : Optional.empty();
  }

  /** The version of an extension that the server installs where no version is named. */
  default Optional<String> usual(Identifier extension) {
    return versions(extension).entrySet().stream()
        .filter(version -> version.getValue().usual())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What the server has said of the version that comes of asking for the wanted one. */
  default Optional<Version> chosen(Identifier extension, String wanted) {
    return choose(extension, wanted)
        .or(() -> usual(extension))
        .flatMap(version -> Optional.ofNullable(versions(extension).get(version)));
  }
}
