package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.ServerFacts;
import dev.schemasync.model.server.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the readers of one introspection share: the queries, the index, and what was found. */
final class ReadContext {
  /** One reader per kind. A reader sees what those before it have added. */
  private static final ImmutableList<CatalogReader> READERS =
      ImmutableList.of(
          new SchemaReader(),
          new ExtensionReader(),
          new EnumReader(),
          new DomainReader(),
          new CompositeTypeReader(),
          new RoutineReader(),
          new AggregateReader(),
          new SequenceReader(),
          new TableReader(),
          new ViewReader(),
          new MaterializedViewReader(),
          new KeyReader(),
          new CheckReader(),
          new ForeignKeyReader(),
          new IndexReader(),
          new TriggerReader(),
          new PublicationReader(),
          new RelationStateReader(),
          new UnsupportedReader());

  private final Queries queries;
  private final ObjectIndex index;
  private final Comments comments;
  private final AccessControl accessControl;
  private final LockChunks lockChunks;
  private final ImmutableListMultimap<Long, Row> columns;

  private final List<CatalogObject> objects = new ArrayList<>();
  private final ImmutableSetMultimap.Builder<ObjectId, ObjectId> dependencies =
      ImmutableSetMultimap.builder();
  private final ImmutableSortedSet.Builder<QualifiedName> populated =
      ImmutableSortedSet.naturalOrder();
  private final ImmutableSortedMap.Builder<ObjectId, Long> sizes =
      new ImmutableSortedMap.Builder<>(Ordering.natural());

  ReadContext(Queries queries) throws SQLException {
    this.queries = queries;
    this.index = ObjectIndex.read(queries);
    this.comments = Comments.read(queries);
    this.accessControl = AccessControl.read(queries);
    this.lockChunks = LockChunks.read(queries);
    this.columns = details(Query.COLUMN);
  }

  /** Reads objects of every kind. */
  void readAll() throws SQLException {
    for (CatalogReader reader : READERS) {
      reader.read(this);
    }
  }

  /** From catalog rows to identities. */
  ObjectIndex index() {
    return index;
  }

  /**
   * The rows of a query that returns objects of one catalog with their {@code oid} and, for parts
   * of relations, {@code relation_oid}. Members of extensions and parts of them are left out: this
   * is the one place that does so.
   */
  ImmutableList<Row> objects(Query query, String catalog) throws SQLException {
    return own(catalog, queries.rows(query));
  }

  /**
   * The same for a query that deparses queries, which locks the relations in them: the locks are
   * bounded in number, and released at once.
   */
  ImmutableList<Row> lockingObjects(Query query, String catalog) throws SQLException {
    ImmutableList.Builder<Row> own = ImmutableList.builder();
    for (ImmutableMap<String, String> chunk : lockChunks.of(catalog)) {
      own.addAll(own(catalog, queries.rowsWithoutLocks(query, chunk)));
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
  ImmutableList<Row> rows(Query query) throws SQLException {
    return queries.rows(query);
  }

  /** The rows of a query about parts of relations, by the relation in {@code relation_oid}. */
  ImmutableListMultimap<Long, Row> details(Query query) throws SQLException {
    return details(query, "relation_oid");
  }

  /** The rows of a query about parts of objects, by the object in the column {@code of}. */
  ImmutableListMultimap<Long, Row> details(Query query, String of) throws SQLException {
    ImmutableListMultimap.Builder<Long, Row> details = ImmutableListMultimap.builder();
    for (Row row : queries.rows(query)) {
      details.put(row.oid(of), row);
    }
    return details.build();
  }

  /** The columns of a relation or composite type ({@code pg_class.oid}), in their order. */
  ImmutableList<Row> columns(long relation) {
    return columns.get(relation);
  }

  /** The relation of this OID, which a reader before has added. */
  ObjectId.InSchema relation(long oid) throws CatalogReadException {
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
  Optional<String> comment(Address address) {
    return comments.of(address);
  }

  /** The comment of a column of a relation. */
  Optional<String> columnComment(long relation, int number) {
    return comments.ofColumn(relation, number);
  }

  /** An object's privileges. */
  Privileges privileges(Address address) {
    return accessControl.of(address);
  }

  /** The privileges on a column of a relation. */
  Privileges columnPrivileges(long relation, int number) {
    return accessControl.ofColumn(relation, number);
  }

  /** Adds an object to the catalog and says which row it is. */
  void add(Address address, CatalogObject object) {
    index.put(address, object.id());
    objects.add(object);
  }

  /** Adds what no row is alone: it is found by its identity only. */
  void add(CatalogObject object) {
    objects.add(object);
  }

  /** Says that an object refers to another one, where {@code pg_depend} does not tell. */
  void addDependency(ObjectId dependent, ObjectId referenced) {
    dependencies.put(dependent, referenced);
  }

  /** Adds a materialized view that holds data. */
  void addPopulated(QualifiedName materializedView) {
    populated.add(materializedView);
  }

  /** Adds the size of a table or materialized view, in bytes. */
  void addSize(ObjectId relation, long bytes) {
    sizes.put(relation, bytes);
  }

  /** All that was found; values of sequences are read apart. */
  Snapshot snapshot() throws SQLException {
    ServerFacts server = ServerFactsReader.read(queries);
    dependencies.putAll(Dependencies.read(queries, index));
    return new Snapshot(
        server,
        Catalog.of(objects, dependencies.build()),
        ImmutableSortedMap.of(),
        populated.build(),
        sizes.buildOrThrow());
  }
}
