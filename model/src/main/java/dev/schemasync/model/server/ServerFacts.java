package dev.schemasync.model.server;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;

/**
 * What a check needs to know of a server beyond the schema of the database.
 *
 * @param database the database's name
 * @param databaseOwner the role that owns it
 * @param started when the server was started, to the microsecond: clones share everything else
 * @param encoding of the database, as {@code pg_encoding_to_char} prints it
 * @param collate LC_COLLATE of the database
 * @param ctype LC_CTYPE of the database
 * @param roles every role ({@code pg_roles})
 * @param superusers those that are
 * @param installable the extensions that can be installed
 * @param languages procedural languages that exist
 * @param untrustedLanguages those in which only a superuser can create functions
 * @param accessMethods table and index access methods that exist
 * @param tablespaces that exist
 * @param collations that exist
 * @param textSearch parsers, templates and dictionaries of the system
 * @param defaultPrivileges on what the user makes
 * @param user who is connected
 */
public record ServerFacts(
    ServerVersion version,
    Identifier database,
    Identifier databaseOwner,
    String started,
    String encoding,
    String collate,
    String ctype,
    ImmutableSortedSet<Identifier> roles,
    ImmutableSortedSet<Identifier> superusers,
    InstallableExtensions installable,
    ImmutableSortedSet<Identifier> languages,
    ImmutableSortedSet<Identifier> untrustedLanguages,
    ImmutableSortedSet<Identifier> accessMethods,
    ImmutableSortedSet<Identifier> tablespaces,
    ImmutableSortedSet<QualifiedName> collations,
    ImmutableSortedSet<ObjectId> textSearch,
    DefaultPrivileges defaultPrivileges,
    User user,
    Limits limits) {
  /** The same with another knowledge of what can be installed. */
  public ServerFacts withInstallable(InstallableExtensions other) {
    return new ServerFacts(
        version,
        database,
        databaseOwner,
        started,
        encoding,
        collate,
        ctype,
        roles,
        superusers,
        other,
        languages,
        untrustedLanguages,
        accessMethods,
        tablespaces,
        collations,
        textSearch,
        defaultPrivileges,
        user,
        limits);
  }

  /** Tells the database from every other, by whatever name its host was reached. */
  public DatabaseKey key() {
    return new DatabaseKey(started, database);
  }

  /**
   * The connected user.
   *
   * @param superuser {@code rolsuper}
   * @param mayCreate CREATE on the database
   * @param mayCreateTemporary TEMPORARY on the database
   * @param mayBecome roles the user may make owner of an object: those it is a member of
   * @param mayCreateIn schemas of the database on which the user has CREATE
   */
  public record User(
      Identifier name,
      boolean superuser,
      boolean mayCreate,
      boolean mayCreateTemporary,
      ImmutableSortedSet<Identifier> mayBecome,
      ImmutableSortedSet<Identifier> mayCreateIn) {}

  /**
   * Settings that bound a run.
   *
   * @param preparedTransactions {@code max_prepared_transactions}
   * @param lockTable how many locks all sessions together can hold at least: {@code
   *     max_locks_per_transaction * (max_connections + max_prepared_transactions)}
   * @param inRecovery whether the server is a standby
   * @param readOnly {@code default_transaction_read_only}, as a session of the user has it
   */
  public record Limits(
      int preparedTransactions, long lockTable, boolean inRecovery, boolean readOnly) {}
}
