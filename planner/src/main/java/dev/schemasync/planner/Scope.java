package dev.schemasync.planner;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.RangePart;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.LargeObjects;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.planner.relation.Partitions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Narrows a source to what its publication is about: the whole database for FOR ALL TABLES, else
 * the published tables with what they need and what hangs on them. What is left out is a finding.
 */
public final class Scope {
  private final SourceShards source;
  private final Catalog catalog;
  private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

  private Scope(SourceShards source) {
    this.source = source;
    this.catalog = source.first().catalog();
  }

  /** What the shards should hold for a publication of the source. */
  public static Desired of(Snapshot source, Identifier publication) {
    return of(List.of(source), publication);
  }

  /**
   * What the shards should hold for a publication of a source that has several shards itself: the
   * schema of the first, which {@link Checks#sourceShards} compares with the others, and the state
   * of all.
   */
  public static Desired of(List<Snapshot> source, Identifier publication) {
    return new Scope(new SourceShards(source)).narrow(publication);
  }

  private Desired narrow(Identifier name) {
    Optional<Publication> publication = catalog.find(ObjectId.publication(name), Publication.class);
    if (publication.isEmpty()) {
      findings.add(missing(name));
      return desired(Catalog.EMPTY, ImmutableSortedSet.of());
    }
    ImmutableSortedSet<QualifiedName> published = published(publication.get());
    if (published.isEmpty()) {
      findings.add(
          Finding.of(
              FindingCode.PUBLICATION_EMPTY,
              publication.get().id(),
              "The publication " + name + " has no tables.",
              "Add the tables on the source: ALTER PUBLICATION … ADD TABLE, or create it FOR ALL"
                  + " TABLES."));
    }
    return switch (publication.get().content()) {
      case Publication.Content.AllTables all -> desired(withoutBroken(catalog), published);
      case Publication.Content.Members members -> {
        partial(members);
        Set<ObjectId> kept = new ScopeClosure(catalog, publication.get().id(), published).keep();
        Catalog narrowed = catalog.filter(o -> kept.contains(o.id()));
        catalog.all().stream()
            .filter(object -> !(object instanceof RangePart))
            .map(CatalogObject::id)
            .filter(id -> !kept.contains(id))
            .forEach(id -> findings.add(leftOut(id)));
        yield desired(withoutAbsentOwners(withoutBroken(narrowed)), published);
      }
    };
  }

  private Finding missing(Identifier name) {
    String known =
        catalog
            .all(Publication.class)
            .map(p -> p.name().value())
            .reduce((a, b) -> a + ", " + b)
            .map(names -> "The source has these: " + names + ".")
            .orElse("The source has none.");
    return Finding.of(
        FindingCode.PUBLICATION_MISSING,
        ObjectId.publication(name),
        "The publication " + name + " does not exist on the source. " + known,
        "Create it on the source, for example FOR ALL TABLES, or name another one.");
  }

  private static Finding leftOut(ObjectId id) {
    return Finding.of(
        FindingCode.OUT_OF_SCOPE,
        id,
        "The "
            + id
            + " is not copied: no published table has it or needs it, or it refers to one that is"
            + " not published.",
        "Publish the tables it belongs to if the shards need it.");
  }

  /** The tables a publication sends rows of, with the partitions of partitioned ones. */
  private ImmutableSortedSet<QualifiedName> published(Publication publication) {
    Stream<Table> tables =
        switch (publication.content()) {
          case Publication.Content.AllTables all ->
              catalog.all(Table.class).filter(Scope::isPublishable);
          case Publication.Content.Members(var members, var schemas) -> {
            Set<QualifiedName> named = new TreeSet<>();
            members.forEach(m -> named.add(m.table()));
            catalog
                .all(Table.class)
                .filter(t -> schemas.contains(t.name().schema()))
                .filter(Scope::isPublishable)
                .forEach(t -> named.add(t.name()));
            Partitions partitions = Partitions.of(catalog);
            yield catalog
                .all(Table.class)
                .filter(t -> !t.isForeign())
                .filter(t -> partitions.withAncestors(t.name()).anyMatch(named::contains));
          }
        };
    return tables.map(Table::name).collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private static boolean isPublishable(Table table) {
    return table.persistence() == Persistence.PERMANENT && !table.isForeign();
  }

  private void partial(Publication.Content.Members members) {
    for (Publication.Member member : members.tables()) {
      ObjectId table = ObjectId.table(member.table());
      if (!member.columns().isEmpty()) {
        findings.add(
            Finding.of(
                FindingCode.COLUMN_LIST,
                table,
                "The publication sends only some columns of " + table.display() + ".",
                "The shards get the table with all its columns; the others stay empty."));
      }
      if (member.rowFilter().isPresent()) {
        findings.add(
            Finding.of(
                FindingCode.ROW_FILTER,
                table,
                "The publication sends only some rows of " + table.display() + ".",
                "Make sure that the rows it leaves out are not needed on the shards."));
      }
    }
  }

  private void foreignPartitions(Catalog narrowed, ImmutableSortedSet<QualifiedName> published) {
    for (Table table : narrowed.all(Table.class).toList()) {
      if (table.rows() instanceof Table.Rows.Foreign foreign
          && table.partitionRole() instanceof PartitionRole.Partition partition
          && published.contains(partition.parent())) {
        findings.add(
            Finding.of(
                FindingCode.FOREIGN_PARTITION,
                table.id(),
                "The foreign table "
                    + table.name()
                    + " is a partition of the published table "
                    + partition.parent()
                    + ". Its rows stay behind the server "
                    + foreign.server()
                    + ", and every shard sees all of them.",
                "Move its rows into an ordinary partition on the source, or detach it on the shards"
                    + " but one, if queries over all shards must see each row once."));
      }
    }
  }

  /** Without indexes that are invalid on the source: they enforce and speed up nothing there. */
  private Catalog withoutBroken(Catalog whole) {
    ImmutableSet<ObjectId> broken =
        whole
            .all(Index.class)
            .filter(index -> !index.valid() && !index.onPartitioned())
            .map(Index::id)
            .collect(toImmutableSet());
    for (ObjectId index : broken) {
      findings.add(
          Finding.of(
              FindingCode.INVALID_INDEX,
              index,
              "The " + index + " is invalid on the source and is not copied.",
              "Rebuild it on the source with REINDEX INDEX CONCURRENTLY, or drop it there."));
    }
    return broken.isEmpty() ? whole : whole.filter(object -> !broken.contains(object.id()));
  }

  /**
   * A published table may use a sequence that belongs to a column of another one. Where that stays
   * behind, the sequence stands alone, also one that an identity column has made.
   */
  private Catalog withoutAbsentOwners(Catalog narrowed) {
    return Catalog.of(
        narrowed.all().stream()
            .map(object -> object instanceof Sequence sequence ? owned(sequence, narrowed) : object)
            .toList(),
        narrowed.dependencies(),
        narrowed.columnReferences());
  }

  private Sequence owned(Sequence sequence, Catalog narrowed) {
    return switch (sequence.ownership()) {
      case Sequence.Ownership.None none -> sequence;
      case Sequence.Ownership.OwnedBy(var table, var column) ->
          owned(sequence, ObjectId.table(table), column, narrowed);
      case Sequence.Ownership.IdentityOf(var table, var column) ->
          owned(sequence, ObjectId.table(table), column, narrowed);
    };
  }

  private Sequence owned(
      Sequence sequence, ObjectId.InSchema table, Identifier column, Catalog narrowed) {
    // A table that is not in the catalog at all comes with its extension.
    if (narrowed.contains(table) || !catalog.contains(table)) {
      return sequence;
    }
    findings.add(
        Finding.of(
            FindingCode.OWNERSHIP_DROPPED,
            sequence.id(),
            "The "
                + sequence.id()
                + " belongs to "
                + ObjectId.column(table, column).display()
                + ", which is not copied; on the shards it belongs to no column.",
            "Nothing needs to be done, or publish the table too."));
    return sequence.withOwnership(new Sequence.Ownership.None());
  }

  private void largeObjects(LargeObjects all) {
    if (all.count() > 0) {
      findings.add(
          new Finding(
              FindingCode.LARGE_OBJECTS,
              Optional.empty(),
              Optional.empty(),
              ("The source has large objects, %d in all (owners: %s; with a comment: %d; with"
                      + " privileges: %d). They are data that no schema holds and replication does"
                      + " not send, so that no shard gets them.")
                  .formatted(
                      all.count(),
                      all.owners().stream()
                          .map(Identifier::value)
                          .collect(Collectors.joining(", ")),
                      all.commented(),
                      all.granted()),
              "Where rows refer to them, copy them under the same numbers to the shards of those"
                  + " rows, as pg_dump --data-only --large-objects does; or keep their content in"
                  + " columns of type bytea."));
    }
  }

  private Desired desired(Catalog narrowed, ImmutableSortedSet<QualifiedName> published) {
    for (CatalogObject object : narrowed.all()) {
      if (object.id().kind() == ObjectKind.UNSUPPORTED) {
        findings.add(
            Finding.of(
                FindingCode.UNSUPPORTED_OBJECT,
                object.id(),
                "The " + object.id() + " cannot be copied yet.",
                "Create it on each shard by hand, then accept this finding."));
      }
    }
    largeObjects(source.largeObjects());
    foreignPartitions(narrowed, published);
    return new Desired(
        narrowed,
        published,
        source.sequenceValues(),
        source.populated(),
        source.relationSizes(),
        findings.build());
  }
}
