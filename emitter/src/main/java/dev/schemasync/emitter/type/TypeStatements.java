package dev.schemasync.emitter.type;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.function.Consumer;

/** Types of every kind. */
public final class TypeStatements {
  private TypeStatements() {}

  /** CREATE TYPE and CREATE DOMAIN. */
  public static Emission create(Step.CreateType step) {
    return Emission.notCovered(
        Headline.create(step.type() instanceof Type.Domain ? "DOMAIN" : "TYPE", step),
        sql -> create(sql, step.type()));
  }

  /** ALTER TYPE … SET. */
  public static Emission setProperties(Step.SetTypeProperties step) {
    return Emission.notCovered(
        Headline.named("ALTER TYPE", "set properties of type", step),
        sql -> BaseTypeStatements.set(sql, step));
  }

  /** ALTER DOMAIN … ADD. */
  public static Emission addCheck(Step.AddDomainCheck step) {
    return Emission.notCovered(
        Headline.named("ALTER DOMAIN", "add check", step),
        sql -> addCheck(sql, step.domain(), step.check()));
  }

  private static SqlWriter create(SqlWriter sql, Type type) {
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
      case Type.RangeType r -> RangeTypeStatements.create(sql, r);
      case Type.BaseType b -> BaseTypeStatements.create(sql, b);
      case Type.ShellType s -> sql.keyword("CREATE TYPE").qualified(s.name());
    };
  }

  private static SqlWriter create(SqlWriter sql, Type.Domain domain) {
    sql.keyword("CREATE DOMAIN").qualified(domain.name()).keyword("AS").type(domain.baseType());
    Clauses.collate(sql, domain.collation());
    sql.ifPresent(domain.defaultValue(), Clauses::defaultValue)
        .ifPresent(domain.notNull(), TypeStatements::notNull);
    domain.checks().forEach(check -> check(sql, check));
    return sql;
  }

  private static void notNull(SqlWriter sql, Type.DomainNotNull notNull) {
    sql.ifPresent(notNull.name(), Clauses::constraint).keyword("NOT NULL");
  }

  private static SqlWriter addCheck(SqlWriter sql, QualifiedName domain, Type.DomainCheck check) {
    sql.keyword("ALTER DOMAIN").qualified(domain).keyword("ADD");
    return check(sql, check).when(!check.validated(), w -> w.keyword("NOT VALID"));
  }

  private static ImmutableList<Consumer<SqlWriter>> attributes(
      ImmutableList<Type.Attribute> attributes) {
    return attributes.stream()
        .<Consumer<SqlWriter>>map(
            a -> sql -> Clauses.collate(sql.identifier(a.name()).type(a.type()), a.collation()))
        .collect(ImmutableList.toImmutableList());
  }

  private static SqlWriter check(SqlWriter sql, Type.DomainCheck check) {
    return Clauses.check(sql, check.name(), check.expression());
  }
}
