package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;

/**
 * {@code users.toml}.
 *
 * @param file the path as the user gave it
 * @param users {@code [[users]]}, in file order
 */
public record Users(String file, ImmutableList<User> users) {

  /** The entries with {@code schema_admin = true} that belong to a cluster. */
  ImmutableList<User> schemaAdmins(String cluster) {
    return users.stream()
        .filter(user -> user.schemaAdmin() && user.belongsTo(cluster))
        .collect(toImmutableList());
  }
}
