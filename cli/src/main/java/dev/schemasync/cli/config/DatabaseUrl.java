package dev.schemasync.cli.config;

/**
 * What one database URL stands for.
 *
 * @param holdsPassword whether a password is in the URL
 */
record DatabaseUrl(DatabaseEntry database, User user, boolean holdsPassword) {}
