package dev.schemasync.introspect.operator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.FamilyItem;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.catalog.OperatorFamily;
import dev.schemasync.model.name.TypeRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads operator families ({@code pg_opfamily}), operator classes ({@code pg_opclass}) and what
 * access methods find in them ({@code pg_amop}, {@code pg_amproc}): as parts of the classes, or as
 * members of the families alone.
 */
public final class FamilyReader implements CatalogReader {
  private static final String FAMILY = "pg_opfamily";
  private static final String CLASS = "pg_opclass";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(
        Query.OPERATOR_FAMILY, Query.OPERATOR_CLASS, Query.FAMILY_OPERATOR, Query.FAMILY_FUNCTION);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.OPERATOR_FAMILY);
  }

  /**
   * What is in a family, by its own row.
   *
   * @param of the class that it belongs to, if it belongs to one
   * @param what the operator or function
   */
  private record Found(
      Address address, Row row, FamilyItem item, Optional<Long> of, Address what) {}

  @Override
  public void read(ReadContext context) throws SQLException {
    for (Row row : context.objects(Query.OPERATOR_FAMILY, FAMILY)) {
      Address address = new Address(FAMILY, row.oid("oid"));
      context.add(
          address,
          new OperatorFamily(
              row.name(),
              row.identifier("method"),
              row.identifier("owner"),
              context.comment(address)));
    }
    List<Found> all = new ArrayList<>();
    for (Row row : context.rows(Query.FAMILY_OPERATOR)) {
      all.add(
          found(
              row, "pg_amop", operator(row), new Address("pg_operator", row.oid("operator_oid"))));
    }
    for (Row row : context.rows(Query.FAMILY_FUNCTION)) {
      all.add(found(row, "pg_amproc", function(row), Address.routine(row.oid("function_oid"))));
    }
    Set<Long> classes = classes(all, context);
    for (Found found : all) {
      boolean ofClass = found.of().filter(classes::contains).isPresent();
      if (!ofClass && isOurs(found, context)) {
        context.add(
            found.address(),
            new FamilyMember(
                found.row().qualified("family"), found.row().identifier("method"), found.item()));
      }
    }
  }

  /** Reads the classes, and returns their rows. */
  private static Set<Long> classes(List<Found> all, ReadContext context) throws SQLException {
    ImmutableListMultimap.Builder<Long, Found> byClass = ImmutableListMultimap.builder();
    all.forEach(found -> found.of().ifPresent(oid -> byClass.put(oid, found)));
    ImmutableListMultimap<Long, Found> parts = byClass.build();
    Set<Long> classes = new HashSet<>();
    for (Row row : context.objects(Query.OPERATOR_CLASS, CLASS)) {
      Address address = new Address(CLASS, row.oid("oid"));
      OperatorClass made = operatorClass(row, parts.get(address.oid()), context.comment(address));
      context.add(address, made);
      parts.get(address.oid()).forEach(part -> context.index().put(part.address(), made.id()));
      classes.add(address.oid());
    }
    return classes;
  }

  private static OperatorClass operatorClass(
      Row row, ImmutableList<Found> parts, Optional<String> comment) throws CatalogReadException {
    return new OperatorClass(
        row.name(),
        row.identifier("method"),
        row.plainType("type"),
        row.bool("is_default"),
        row.qualified("family"),
        optionalType(row, "storage"),
        parts.stream().map(Found::item).collect(ImmutableList.toImmutableList()),
        row.identifier("owner"),
        comment);
  }

  private static Optional<TypeRef> optionalType(Row row, String prefix)
      throws CatalogReadException {
    return row.optionalQualified(prefix).isPresent()
        ? Optional.of(row.plainType(prefix))
        : Optional.empty();
  }

  private static Found found(Row row, String catalog, FamilyItem item, Address what)
      throws CatalogReadException {
    return new Found(
        new Address(catalog, row.oid("oid")), row, item, row.optionalBigint("class_oid"), what);
  }

  private static FamilyItem operator(Row row) throws CatalogReadException {
    return new FamilyItem.OfOperator(
        row.integer("number"),
        row.plainType("left"),
        row.plainType("right"),
        row.qualified("operator"),
        row.optionalQualified("sort_family"));
  }

  private static FamilyItem function(Row row) throws CatalogReadException {
    return new FamilyItem.OfFunction(
        row.integer("number"),
        row.plainType("left"),
        row.plainType("right"),
        row.signature("function"));
  }

  /**
   * Whether somebody added it by hand. No catalog tells what an extension put into a family of its
   * own or of the system: that is taken for it whose operator or function is a member of an
   * extension and, in a family of an extension, whose is one of the system. What somebody may have
   * added of these is found by its transaction in {@code unsupported_object.sql}.
   */
  private static boolean isOurs(Found found, ReadContext context) throws CatalogReadException {
    Optional<ObjectId> family =
        context.index().find(new Address(FAMILY, found.row().oid("family_oid")));
    Optional<ObjectId> what = context.index().find(found.what());
    return family.filter(id -> !isExtension(id)).isPresent()
        || (what.isPresent() ? !isExtension(what.get()) : family.isEmpty());
  }

  private static boolean isExtension(ObjectId id) {
    return id instanceof ObjectId.Global;
  }
}
