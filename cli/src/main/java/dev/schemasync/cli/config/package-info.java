/**
 * The two configuration files of PgDog, read and resolved for one run.
 *
 * <ol>
 *   <li>{@link dev.schemasync.cli.config.SettingsReader#read} reads {@code pgdog.toml} and {@code
 *       users.toml}, checks every key of both against the JSON schemas that ship with this module,
 *       and returns immutable {@link dev.schemasync.cli.config.Settings}.
 *   <li>{@link dev.schemasync.cli.config.ClusterResolver} turns the name of a cluster into the
 *       servers to connect to: {@link dev.schemasync.cli.config.Cluster} of {@link
 *       dev.schemasync.cli.config.Shard} of {@link dev.schemasync.cli.config.ServerTarget}.
 *   <li>A {@code ServerTarget} knows its JDBC URL and properties.
 * </ol>
 *
 * <p>All that is wrong is reported at once, by a {@link
 * dev.schemasync.cli.config.ConfigurationException} whose {@link
 * dev.schemasync.cli.config.Problem}s name file, line, column, key, what is wrong and what to do.
 * Passwords are {@link dev.schemasync.model.name.Secret}s and appear in no message.
 *
 * <p>Only the keys that a run uses have a typed component; the others are checked and left alone.
 * Nothing here opens a connection, reads a flag, or asks the process for its environment.
 */
@NullMarked
package dev.schemasync.cli.config;

import org.jspecify.annotations.NullMarked;
