package dev.schemasync.executor;

/** Two shards turn out to be one database, under two names of its host perhaps. */
public final class SameDatabaseException extends DestinationException {
  SameDatabaseException(Shard one, Shard other) {
    super(
        other,
        ("%s and %s are one and the same database; nothing was changed. Give one of them another"
                + " host, port or database_name in pgdog.toml")
            .formatted(other, one));
  }
}
