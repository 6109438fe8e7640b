package dev.schemasync.model.server;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * The privileges on what the connected user makes, where ALTER DEFAULT PRIVILEGES changed them
 * ({@code pg_default_acl}). Those of a schema say what holds there in the end: what is said of all
 * schemas is part of them.
 *
 * @param everywhere in schemas without a word of their own
 * @param inSchema in one schema
 */
public record DefaultPrivileges(
    ImmutableMap<Target, Privileges> everywhere,
    ImmutableTable<Identifier, Target, Privileges> inSchema) {
  /** PostgreSQL's own, unchanged. */
  public static final DefaultPrivileges UNCHANGED =
      new DefaultPrivileges(ImmutableMap.of(), ImmutableTable.of());

  /** The manual's words for what default privileges are for ({@code defaclobjtype}). */
  public enum Target {
    /** Views and materialized views too. */
    TABLES,
    SEQUENCES,
    /** Functions, procedures and aggregates. */
    ROUTINES,
    TYPES,
    SCHEMAS
  }

  /** The privileges on a new schema. */
  public Privileges ofSchema() {
    return of(Target.SCHEMAS);
  }

  /** The privileges on a new object in a schema. */
  public Privileges of(Target target, Identifier schema) {
    return Optional.ofNullable(inSchema.get(schema, target)).orElseGet(() -> of(target));
  }

  private Privileges of(Target target) {
    return everywhere.getOrDefault(target, Privileges.DEFAULT);
  }
}
