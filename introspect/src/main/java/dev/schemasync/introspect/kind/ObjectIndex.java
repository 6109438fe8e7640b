package dev.schemasync.introspect.kind;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Answers;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From catalog rows to identities. OIDs end here.
 *
 * <p>Members of an extension are known from the start, as the extension; so are the aliases of
 * objects, such as row types. The readers add what they find.
 */
public final class ObjectIndex {
  private final Map<Address, ObjectId> ids = new HashMap<>();
  private final Map<Address, Address> aliases = new HashMap<>();
  private final Set<Address> members = new HashSet<>();
  private final Map<Address, Identifier> added = new LinkedHashMap<>();

  /** The names of columns of relations, by {@link #key}. */
  private final Map<Long, Identifier> columns = new HashMap<>();

  private ObjectIndex() {}

  static ObjectIndex read(Answers answers) throws CatalogReadException {
    ObjectIndex index = new ObjectIndex();
    for (Row row : answers.rows(Query.MEMBER)) {
      if (row.bool("added")) {
        index.added.put(Address.of(row), row.identifier("extension"));
      } else {
        index.members.add(Address.of(row));
        index.put(Address.of(row), ObjectId.extension(row.identifier("extension")));
      }
    }
    for (Row row : answers.rows(Query.ALIAS)) {
      index.aliases.put(
          Address.of(row), new Address(row.text("object_catalog"), row.oid("object_oid")));
    }
    for (Row row : answers.rows(Query.COLUMN)) {
      index.columns.put(
          key(row.oid("relation_oid"), row.integer("number")), row.identifier("name"));
    }
    return index;
  }

  /** An OID has 32 bits, the number of a column 16. */
  private static long key(long relation, int number) {
    return relation << Short.SIZE | number;
  }

  /** Says which object a row is. */
  public void put(Address address, ObjectId id) {
    ids.put(address, id);
  }

  /**
   * The object that a row is or is a part of; none if it is an object of the system or of a kind
   * whose reader has not run yet.
   */
  public Optional<ObjectId> find(Address address) {
    return Optional.ofNullable(ids.get(resolve(address)));
  }

  /** What was made a member of an extension by hand, with that extension. */
  public ImmutableMap<Address, Identifier> added() {
    return ImmutableMap.copyOf(added);
  }

  /** Whether the object belongs to an extension, which makes it. */
  boolean isMember(Address address) {
    return members.contains(resolve(address));
  }

  /** The relation of this OID, unless it is not modelled or a member of an extension. */
  public Optional<ObjectId.InSchema> relation(long oid) {
    return find(Address.relation(oid))
        .filter(ObjectId.InSchema.class::isInstance)
        .map(ObjectId.InSchema.class::cast);
  }

  /** The column of a relation with this number, unless the relation is not modelled. */
  Optional<ObjectId.Part> column(long relation, int number) {
    return relation(relation)
        .flatMap(
            id ->
                Optional.ofNullable(columns.get(key(relation, number)))
                    .map(name -> ObjectId.column(id, name)));
  }

  /** An alias may name another one: the array over a row type is its relation. */
  private Address resolve(Address address) {
    Address resolved = address;
    for (Address next = aliases.get(resolved); next != null; next = aliases.get(resolved)) {
      resolved = next;
    }
    return resolved;
  }
}
