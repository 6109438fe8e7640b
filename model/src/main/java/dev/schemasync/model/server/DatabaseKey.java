package dev.schemasync.model.server;

import dev.schemasync.model.name.Identifier;

/**
 * What tells one database from every other.
 *
 * @param started when its server was started, to the microsecond
 * @param database its name
 */
public record DatabaseKey(String started, Identifier database) {}
