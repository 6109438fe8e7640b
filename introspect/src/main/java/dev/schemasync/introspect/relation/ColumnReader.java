package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.kind.ReadContext;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.DefaultNames;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.View;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import java.util.Optional;

/** Makes columns of the rows of {@code column.sql}: of tables, of views, of composite types. */
public final class ColumnReader {
  private final ReadContext context;

  public ColumnReader(ReadContext context) {
    this.context = context;
  }

  /** The columns of a table. */
  ImmutableList<Column> columns(long relation, QualifiedName table) throws CatalogReadException {
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    for (Row row : context.columns(relation)) {
      int number = row.integer("number");
      columns.add(
          new Column(
              row.identifier("name"),
              row.type("type"),
              row.optionalQualified("collation"),
              notNull(row, table.name()),
              value(row),
              storage(row),
              compression(row),
              row.optionalInteger("statistics_target"),
              row.options("options"),
              row.options("foreign_options"),
              row.bool("local"),
              context.columnPrivileges(relation, number),
              context.columnComment(relation, number)));
    }
    return columns.build();
  }

  /** The columns of a materialized view. */
  ImmutableList<MaterializedView.StoredColumn> storedColumns(long relation)
      throws CatalogReadException {
    ImmutableList.Builder<MaterializedView.StoredColumn> columns = ImmutableList.builder();
    for (Row row : context.columns(relation)) {
      int number = row.integer("number");
      columns.add(
          new MaterializedView.StoredColumn(
              row.identifier("name"),
              row.type("type"),
              row.optionalQualified("collation"),
              storage(row),
              compression(row),
              row.optionalInteger("statistics_target"),
              row.options("options"),
              context.columnPrivileges(relation, number),
              context.columnComment(relation, number)));
    }
    return columns.build();
  }

  /** Makes the defaults of a relation known, for what refers to something by them. */
  void indexDefaults(long oid, ObjectId relation) throws CatalogReadException {
    for (Row column : context.columns(oid)) {
      if (column.optionalText("expression").isPresent()) {
        context
            .index()
            .put(
                Address.columnDefault(column.oid("default_oid")),
                ObjectId.columnDefault(relation, column.identifier("name")));
      }
    }
  }

  /** The columns of a view. */
  ImmutableList<View.OutputColumn> outputColumns(long relation) throws CatalogReadException {
    ImmutableList.Builder<View.OutputColumn> columns = ImmutableList.builder();
    for (Row row : context.columns(relation)) {
      int number = row.integer("number");
      columns.add(
          new View.OutputColumn(
              row.identifier("name"),
              row.type("type"),
              row.optionalQualified("collation"),
              row.optionalSql("expression"),
              context.columnPrivileges(relation, number),
              context.columnComment(relation, number)));
    }
    return columns.build();
  }

  /**
   * The attributes of a composite type.
   *
   * @param relation the type's {@code typrelid}
   */
  public ImmutableList<Type.Attribute> attributes(long relation) throws CatalogReadException {
    ImmutableList.Builder<Type.Attribute> attributes = ImmutableList.builder();
    for (Row row : context.columns(relation)) {
      attributes.add(
          new Type.Attribute(
              row.identifier("name"),
              row.type("type"),
              row.optionalQualified("collation"),
              context.columnComment(relation, row.integer("number"))));
    }
    return attributes.build();
  }

  private Optional<Column.NotNull> notNull(Row row, Identifier table) throws CatalogReadException {
    if (!row.bool("not_null")) {
      return Optional.empty();
    }
    Identifier expected = DefaultNames.notNull(table, row.identifier("name"));
    return Optional.of(
        new Column.NotNull(
            row.optionalIdentifier("not_null_name").filter(name -> !name.equals(expected)),
            row.bool("not_null_no_inherit"),
            row.bool("not_null_local"),
            row.bool("not_null_validated"),
            comment(row)));
  }

  private Optional<String> comment(Row row) throws CatalogReadException {
    return row.optionalText("not_null_name").isPresent()
        ? context.comment(Address.constraint(row.oid("not_null_oid")))
        : Optional.empty();
  }

  private static Column.Value value(Row row) throws CatalogReadException {
    Optional<Column.Value> identity = identity(row);
    if (identity.isPresent()) {
      return identity.get();
    }
    return switch (row.text("generated")) {
      case "" ->
          row.optionalSql("expression")
              .<Column.Value>map(Column.Value.Default::new)
              .orElseGet(Column.Value.None::new);
      case "s" -> new Column.Value.Generated(row.sql("expression"), Column.GeneratedKind.STORED);
      case "v" -> new Column.Value.Generated(row.sql("expression"), Column.GeneratedKind.VIRTUAL);
      default -> throw row.unexpected("generated");
    };
  }

  private static Optional<Column.Value> identity(Row row) throws CatalogReadException {
    return switch (row.text("identity")) {
      case "" -> Optional.empty();
      case "a" -> Optional.of(identity(row, Column.IdentityKind.ALWAYS));
      case "d" -> Optional.of(identity(row, Column.IdentityKind.BY_DEFAULT));
      default -> throw row.unexpected("identity");
    };
  }

  private static Column.Value identity(Row row, Column.IdentityKind kind)
      throws CatalogReadException {
    return new Column.Value.Identity(kind, row.qualified("sequence"));
  }

  private static Optional<Column.Storage> storage(Row row) throws CatalogReadException {
    return switch (row.optionalText("storage").orElse("")) {
      case "" -> Optional.empty();
      case "p" -> Optional.of(Column.Storage.PLAIN);
      case "e" -> Optional.of(Column.Storage.EXTERNAL);
      case "x" -> Optional.of(Column.Storage.EXTENDED);
      case "m" -> Optional.of(Column.Storage.MAIN);
      default -> throw row.unexpected("storage");
    };
  }

  private static Optional<Column.Compression> compression(Row row) throws CatalogReadException {
    return switch (row.text("compression")) {
      case "" -> Optional.empty();
      case "p" -> Optional.of(Column.Compression.PGLZ);
      case "l" -> Optional.of(Column.Compression.LZ4);
      default -> throw row.unexpected("compression");
    };
  }
}
