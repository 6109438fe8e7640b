package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;
import java.util.function.Consumer;

/** Enums, domains and composite types. */
final class TypeStatements {
  private TypeStatements() {}

  static SqlWriter create(SqlWriter sql, Type type) {
    return switch (type) {
      case Type.EnumType e ->
          sql.keyword("CREATE TYPE")
              .qualified(e.name())
              .keyword("AS ENUM")
              .parenthesised(e.labels(), SqlWriter::literal);
      case Type.Domain d -> create(sql, d);
      case Type.CompositeType c ->
          sql.keyword("CREATE TYPE")
              .qualified(c.name())
              .keyword("AS")
              .block(attributes(c.attributes()));
    };
  }

  private static SqlWriter create(SqlWriter sql, Type.Domain domain) {
    sql.keyword("CREATE DOMAIN").qualified(domain.name()).keyword("AS").type(domain.baseType());
    collate(sql, domain.collation());
    sql.ifPresent(domain.defaultValue(), TypeStatements::defaultValue)
        .when(domain.notNull(), w -> w.keyword("NOT NULL"));
    domain.checks().forEach(check -> ConstraintStatements.check(sql, check));
    return sql;
  }

  static SqlWriter addCheck(SqlWriter sql, QualifiedName domain, Type.DomainCheck check) {
    sql.keyword("ALTER DOMAIN").qualified(domain).keyword("ADD");
    return ConstraintStatements.check(sql, check)
        .when(!check.validated(), w -> w.keyword("NOT VALID"));
  }

  static SqlWriter collate(SqlWriter sql, Optional<QualifiedName> collation) {
    return sql.ifPresent(collation, (w, c) -> w.keyword("COLLATE").qualified(c));
  }

  static SqlWriter defaultValue(SqlWriter sql, SqlText expression) {
    return sql.keyword("DEFAULT").verbatim(expression);
  }

  private static ImmutableList<Consumer<SqlWriter>> attributes(
      ImmutableList<Type.Attribute> attributes) {
    return attributes.stream()
        .<Consumer<SqlWriter>>map(
            a -> sql -> collate(sql.identifier(a.name()).type(a.type()), a.collation()))
        .collect(ImmutableList.toImmutableList());
  }
}
