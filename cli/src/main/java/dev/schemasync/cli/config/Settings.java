package dev.schemasync.cli.config;

/**
 * What the two files say, checked against their schemas.
 *
 * @param configuration {@code pgdog.toml}
 * @param users {@code users.toml}
 */
public record Settings(Configuration configuration, Users users) {}
