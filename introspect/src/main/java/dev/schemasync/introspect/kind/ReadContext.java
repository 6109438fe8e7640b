package dev.schemasync.introspect.kind;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.access.AccessControl;
import dev.schemasync.introspect.access.Comments;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Answers;
import dev.schemasync.introspect.query.AskingAhead;
import dev.schemasync.introspect.query.LockChunks;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Queries;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.introspect.server.ServerFactsReader;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.LargeObjects;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the readers of one introspection share: the queries, the index, and what was found. */
public final class ReadContext {
  /** What readers of every kind look things up in. */
  private static final ImmutableList<Query> FIRST =
      ImmutableList.of(
          Query.PRESENCE,
          Query.LOCK_CHUNK,
          Query.MEMBER,
          Query.ALIAS,
          Query.COMMENT,
          Query.PRIVILEGE,
          Query.COLUMN,
          Query.SERVER,
          Query.SERVER_COLLATION,
          Query.SERVER_TEXT_SEARCH,
          Query.DEFAULT_PRIVILEGE,
          Query.MEMBERSHIP);

  private final Queries queries;
  private final ObjectIndex index;
  private final Comments comments;
  private final AccessControl accessControl;
  private final LockChunks lockChunks;
  private final ServerFacts server;
  private final ImmutableSet<Presence> present;

  /** What was asked last. */
  private Answers answers;

  /** Of all relations, until those that have columns are read: these are most of all rows. */
  private ImmutableListMultimap<Long, Row> columns;

  private final List<CatalogObject> objects = new ArrayList<>();
  private final ImmutableSetMultimap.Builder<ObjectId, ObjectId> dependencies =
      ImmutableSetMultimap.builder();
  private ImmutableSetMultimap<ObjectId, ObjectId.Part> columnReferences =
      ImmutableSetMultimap.of();
  private final ImmutableSortedSet.Builder<QualifiedName> populated =
      ImmutableSortedSet.naturalOrder();
  private final ImmutableSortedMap.Builder<ObjectId, Long> sizes =
      new ImmutableSortedMap.Builder<>(Ordering.natural());
  private final ImmutableSortedMap.Builder<QualifiedName, Integer> builders =
      ImmutableSortedMap.naturalOrder();
  private LargeObjects largeObjects = LargeObjects.NONE;

  /**
   * Asks what everything else is looked up in.
   *
   * @param further what is asked with it
   */
  public ReadContext(Queries queries, ImmutableList<Query> further) throws SQLException {
    this.queries = queries;
    this.answers =
        queries.ask(
            ImmutableList.<Query>builder().addAll(FIRST).addAll(further).build(), LockChunks.NONE);
    this.present = Presence.read(answers);
    this.index = ObjectIndex.read(answers);
    this.comments = Comments.read(answers);
    this.accessControl = AccessControl.read(answers);
    this.lockChunks = LockChunks.read(answers);
    this.columns = details(Query.COLUMN);
    this.server = ServerFactsReader.read(answers);
  }

  /**
   * Reads objects of every kind, and what they refer to.
   *
   * @param readers in the order in which they read; what one group asks is asked together
   * @param progress run whenever a group has read
   * @param last asked after all that the readers ask
   */
  public void readAll(
      ImmutableList<ImmutableList<CatalogReader>> readers, Runnable progress, Query... last)
      throws SQLException {
    ImmutableList<ImmutableList<CatalogReader>> groups = needed(readers);
    ImmutableList.Builder<List<Query>> rounds = ImmutableList.builder();
    for (ImmutableList<CatalogReader> together : groups) {
      rounds.add(
          together.stream().flatMap(reader -> reader.queries().stream()).distinct().toList());
    }
    rounds.add(ImmutableList.<Query>builder().add(Query.DEPENDENCY).add(last).build());
    AskingAhead ahead = new AskingAhead(queries, lockChunks, rounds.build());
    try {
      for (ImmutableList<CatalogReader> together : groups) {
        answers = ahead.next();
        for (CatalogReader reader : together) {
          reader.read(this);
        }
        columns = ImmutableListMultimap.of();
        progress.run();
      }
      answers = ahead.next();
    } finally {
      // What it throws takes the place of what a reader threw, and should.
      ahead.close();
    }
    Dependencies read = Dependencies.read(answers, index);
    dependencies.putAll(read.objects());
    columnReferences = read.columns();
  }

  /** The readers of what is present, in the same groups. */
  private ImmutableList<ImmutableList<CatalogReader>> needed(
      ImmutableList<ImmutableList<CatalogReader>> readers) {
    return readers.stream()
        .map(
            together ->
                together.stream()
                    .filter(
                        reader ->
                            reader.source().isEmpty()
                                || !Collections.disjoint(reader.source(), present))
                    .collect(toImmutableList()))
        .filter(together -> !together.isEmpty())
        .collect(toImmutableList());
  }

  /** From catalog rows to identities. */
  public ObjectIndex index() {
    return index;
  }

  /**
   * The rows of a query that returns objects of one catalog with their {@code oid} and, for parts
   * of relations, {@code relation_oid}. Members of extensions and parts of them are left out: this
   * is the one place that does so.
   */
  public ImmutableList<Row> objects(Query query, String catalog) throws CatalogReadException {
    return own(catalog, rows(query));
  }

  /** The same of a query that returns objects of several catalogs. */
  public ImmutableList<Row> objects(Query query) throws CatalogReadException {
    ImmutableList.Builder<Row> own = ImmutableList.builder();
    for (Row row : rows(query)) {
      if (!index.isMember(Address.of(row))) {
        own.add(row);
      }
    }
    return own.build();
  }

  private ImmutableList<Row> own(String catalog, ImmutableList<Row> rows)
      throws CatalogReadException {
    ImmutableList.Builder<Row> own = ImmutableList.builder();
    for (Row row : rows) {
      boolean member =
          index.isMember(new Address(catalog, row.oid("oid")))
              || (row.has("relation_oid")
                  && index.isMember(Address.relation(row.oid("relation_oid"))));
      if (!member) {
        own.add(row);
      }
    }
    return own.build();
  }

  /** All rows of a query; the reader leaves out what belongs to extensions. */
  public ImmutableList<Row> rows(Query query) {
    return answers.rows(query);
  }

  /** The rows of a query about parts of relations, by the relation in {@code relation_oid}. */
  public ImmutableListMultimap<Long, Row> details(Query query) throws CatalogReadException {
    return details(query, "relation_oid");
  }

  /** The rows of a query about parts of objects, by the object in the column {@code of}. */
  public ImmutableListMultimap<Long, Row> details(Query query, String of)
      throws CatalogReadException {
    ImmutableListMultimap.Builder<Long, Row> details = ImmutableListMultimap.builder();
    for (Row row : rows(query)) {
      details.put(row.oid(of), row);
    }
    return details.build();
  }

  /** The columns of a relation or composite type ({@code pg_class.oid}), in their order. */
  public ImmutableList<Row> columns(long relation) {
    return columns.get(relation);
  }

  /** The relation of this OID, which a reader before has added. */
  public ObjectId.InSchema relation(long oid) throws CatalogReadException {
    return index
        .relation(oid)
        .orElseThrow(
            () ->
                new CatalogReadException(
                    ("an object refers to the relation with OID %d, which is not there; was it"
                            + " changed while it was read? If so, run again")
                        .formatted(oid)));
  }

  /** An object's comment. */
  public Optional<String> comment(Address address) {
    return comments.of(address);
  }

  /** The comment of a column of a relation. */
  public Optional<String> columnComment(long relation, int number) {
    return comments.ofColumn(relation, number);
  }

  /** An object's privileges. */
  public Privileges privileges(Address address) {
    return accessControl.of(address);
  }

  /** The privileges on a column of a relation. */
  public Privileges columnPrivileges(long relation, int number) {
    return accessControl.ofColumn(relation, number);
  }

  /** Adds an object to the catalog and says which row it is. */
  public void add(Address address, CatalogObject object) {
    index.put(address, object.id());
    objects.add(object);
  }

  /** Adds what no row is alone: it is found by its identity only. */
  public void add(CatalogObject object) {
    objects.add(object);
  }

  /** Says that an object refers to another one, where {@code pg_depend} does not tell. */
  public void addDependency(ObjectId dependent, ObjectId referenced) {
    dependencies.put(dependent, referenced);
  }

  /** Adds a materialized view that holds data. */
  public void addPopulated(QualifiedName materializedView) {
    populated.add(materializedView);
  }

  /** Adds the size of a table or materialized view, in bytes. */
  public void addSize(ObjectId relation, long bytes) {
    sizes.put(relation, bytes);
  }

  /** Adds an index that a process of the server may be building. */
  public void addBuilder(QualifiedName index, int process) {
    builders.put(index, process);
  }

  /** Says what large objects there are. */
  public void setLargeObjects(LargeObjects all) {
    largeObjects = all;
  }

  /** All that was found; values of sequences are read apart. */
  public Snapshot snapshot() {
    return new Snapshot(
        server,
        Catalog.of(objects, dependencies.build(), columnReferences),
        ImmutableSortedMap.of(),
        ImmutableSortedSet.of(),
        populated.build(),
        sizes.buildOrThrow(),
        builders.buildOrThrow(),
        largeObjects);
  }
}
