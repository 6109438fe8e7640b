package dev.schemasync.testkit.catalog;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.DefaultPrivileges;
import dev.schemasync.model.server.InstallableExtensions;
import dev.schemasync.model.server.LargeObjects;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.ServerVersion;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import java.util.Optional;

/** Snapshots of servers that nobody started. */
public final class Snapshots {
  private Snapshots() {}

  /** A catalog on the {@linkplain #server usual server}, with no row in any table. */
  public static Snapshot of(Catalog catalog) {
    return on(server(ServerVersion.NEWEST_MAJOR), catalog);
  }

  /** A catalog on a server. */
  public static Snapshot on(ServerFacts server, Catalog catalog) {
    return new Snapshot(
        server,
        catalog,
        ImmutableSortedMap.of(),
        ImmutableSortedSet.of(),
        ImmutableSortedSet.of(),
        ImmutableSortedMap.of(),
        ImmutableSortedMap.of(),
        LargeObjects.NONE);
  }

  /** The same snapshot with the value of one sequence. */
  public static Snapshot withValue(Snapshot snapshot, QualifiedName sequence, SequenceValue value) {
    return new Snapshot(
        snapshot.server(),
        snapshot.catalog(),
        ImmutableSortedMap.of(sequence, value),
        snapshot.hiddenSequences(),
        snapshot.populated(),
        snapshot.relationSizes(),
        snapshot.underConstruction(),
        snapshot.largeObjects());
  }

  /** The same snapshot with a sequence whose value may not be read. */
  public static Snapshot withHidden(Snapshot snapshot, QualifiedName sequence) {
    return new Snapshot(
        snapshot.server(),
        snapshot.catalog(),
        snapshot.sequenceValues(),
        ImmutableSortedSet.of(sequence),
        snapshot.populated(),
        snapshot.relationSizes(),
        snapshot.underConstruction(),
        snapshot.largeObjects());
  }

  /** The same snapshot with large objects. */
  public static Snapshot withLargeObjects(Snapshot snapshot, LargeObjects largeObjects) {
    return new Snapshot(
        snapshot.server(),
        snapshot.catalog(),
        snapshot.sequenceValues(),
        snapshot.hiddenSequences(),
        snapshot.populated(),
        snapshot.relationSizes(),
        snapshot.underConstruction(),
        largeObjects);
  }

  /** The same snapshot with an index that a process is building. */
  public static Snapshot withBuilder(Snapshot snapshot, QualifiedName index, int process) {
    return new Snapshot(
        snapshot.server(),
        snapshot.catalog(),
        snapshot.sequenceValues(),
        snapshot.hiddenSequences(),
        snapshot.populated(),
        snapshot.relationSizes(),
        ImmutableSortedMap.of(index, process),
        snapshot.largeObjects());
  }

  /**
   * A server of a major version, with the roles {@code owner} and {@code reader}, what every server
   * has, and {@code owner} connected, who is no superuser and may create in the database.
   */
  public static ServerFacts server(int major) {
    return new ServerFacts(
        new ServerVersion(major * 10000),
        Identifier.of("shard"),
        Objects.OWNER,
        "1700000000.000001",
        "UTF8",
        "C.UTF-8",
        "C.UTF-8",
        names("owner", "reader"),
        names(),
        new InstallableExtensions.Known(
            ImmutableTable.of(
                Identifier.of("citext"),
                "1.0",
                new InstallableExtensions.Version(
                    Optional.of("case-insensitive strings"), false, true))),
        names("internal", "c", "sql", "plpgsql"),
        names("internal", "c"),
        names("heap", "btree", "hash", "gist", "gin", "spgist", "brin"),
        names("pg_default", "pg_global"),
        ImmutableSortedSet.of(
            QualifiedName.of("pg_catalog", "C"), QualifiedName.of("pg_catalog", "default")),
        ImmutableSortedSet.of(
            new ObjectId.InSchema(
                ObjectKind.TEXT_SEARCH_PARSER, QualifiedName.of("pg_catalog", "default")),
            new ObjectId.InSchema(
                ObjectKind.TEXT_SEARCH_DICTIONARY, QualifiedName.of("pg_catalog", "simple"))),
        DefaultPrivileges.UNCHANGED,
        new ServerFacts.User(
            Objects.OWNER, false, true, true, names("owner"), ImmutableSortedSet.of()),
        new ServerFacts.Limits(0, 6400, false, false));
  }

  /** The server with somebody connected in the place of {@code owner}. */
  public static ServerFacts withUser(ServerFacts server, ServerFacts.User user) {
    return with(server, server.defaultPrivileges(), user, server.limits());
  }

  /** The same server, where new objects are given other privileges. */
  public static ServerFacts withDefaultPrivileges(
      ServerFacts server, DefaultPrivileges privileges) {
    return with(server, privileges, server.user(), server.limits());
  }

  /** The server with other limits. */
  public static ServerFacts withLimits(ServerFacts server, ServerFacts.Limits limits) {
    return with(server, server.defaultPrivileges(), server.user(), limits);
  }

  private static ServerFacts with(
      ServerFacts server,
      DefaultPrivileges privileges,
      ServerFacts.User user,
      ServerFacts.Limits limits) {
    return new ServerFacts(
        server.version(),
        server.database(),
        server.databaseOwner(),
        server.started(),
        server.encoding(),
        server.collate(),
        server.ctype(),
        server.roles(),
        server.superusers(),
        server.installable(),
        server.languages(),
        server.untrustedLanguages(),
        server.accessMethods(),
        server.tablespaces(),
        server.collations(),
        server.textSearch(),
        privileges,
        user,
        limits);
  }

  private static ImmutableSortedSet<Identifier> names(String... names) {
    return ImmutableSortedSet.copyOf(Objects.identifiers(names));
  }
}
