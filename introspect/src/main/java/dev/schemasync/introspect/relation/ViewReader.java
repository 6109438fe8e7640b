package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Presence;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.catalog.View.CheckOption;
import dev.schemasync.model.name.QualifiedName;
import java.sql.SQLException;
import java.util.Optional;

/** Reads views. */
public final class ViewReader implements CatalogReader {
  /** Among the options, but said in words of its own. */
  private static final String CHECK_OPTION = "check_option";

  @Override
  public ImmutableList<Query> queries() {
    return ImmutableList.of(Query.VIEW);
  }

  @Override
  public ImmutableSet<Presence> source() {
    return ImmutableSet.of(Presence.VIEW);
  }

  @Override
  public void read(ReadContext context) throws SQLException {
    ColumnReader columns = new ColumnReader(context);
    for (Row row : context.objects(Query.VIEW, "pg_class")) {
      Address address = Address.relation(row.oid("oid"));
      ImmutableMap<String, String> options = row.options("options");
      QualifiedName name = row.name();
      context.add(
          address,
          new View(
              name,
              columns.outputColumns(address.oid()),
              row.sql("query"),
              ImmutableMap.copyOf(Maps.filterKeys(options, option -> !option.equals(CHECK_OPTION))),
              checkOption(row, Optional.ofNullable(options.get(CHECK_OPTION))),
              ruleComment(row, context),
              row.identifier("owner"),
              context.privileges(address),
              context.comment(address)));
      columns.indexDefaults(address.oid(), new ObjectId.InSchema(ObjectKind.VIEW, name));
    }
  }

  /** The comment on the rule that holds the query of a view, materialized or not. */
  static Optional<String> ruleComment(Row row, ReadContext context) throws CatalogReadException {
    return context.comment(Address.rule(row.oid("rule_oid")));
  }

  private static Optional<CheckOption> checkOption(Row row, Optional<String> value)
      throws CatalogReadException {
    return switch (value.orElse("")) {
      case "" -> Optional.empty();
      case "local" -> Optional.of(CheckOption.LOCAL);
      case "cascaded" -> Optional.of(CheckOption.CASCADED);
      default -> throw row.unexpected("options");
    };
  }
}
