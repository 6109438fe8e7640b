package dev.schemasync.emitter.operator;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.emitter.statement.ObjectReference;
import dev.schemasync.emitter.statement.Options;
import dev.schemasync.model.catalog.FamilyItem;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;

/** Operator families and classes. */
public final class FamilyStatements {
  private FamilyStatements() {}

  /** CREATE OPERATOR FAMILY. */
  public static Emission create(Step.CreateOperatorFamily step) {
    return Emission.notCovered(
        Headline.create("OPERATOR FAMILY", step),
        sql -> ObjectReference.write(sql.keyword("CREATE"), step.family().id()));
  }

  /** ALTER OPERATOR FAMILY ADD. */
  public static Emission add(Step.AddFamilyMember step) {
    return Emission.notCovered(
        Headline.about("ALTER OPERATOR FAMILY", "add", step), sql -> add(sql, step.member()));
  }

  /** CREATE OPERATOR CLASS. */
  public static Emission create(Step.CreateOperatorClass step) {
    return Emission.notCovered(
        Headline.create("OPERATOR CLASS", step), sql -> create(sql, step.operatorClass()));
  }

  private static SqlWriter add(SqlWriter sql, FamilyMember member) {
    ObjectId.Formed family = ObjectId.operatorFamily(member.family(), member.method());
    return item(ObjectReference.write(sql.keyword("ALTER"), family).keyword("ADD"), member.item());
  }

  private static SqlWriter create(SqlWriter sql, OperatorClass made) {
    Options items =
        new Options()
            .addAll(made.items(), FamilyStatements::item)
            .add(made.storage(), FamilyStatements::storage)
            // One that has nothing of its own says so with the type that it stores unasked.
            .add(made.items().isEmpty() && made.storage().isEmpty(), w -> storage(w, made.type()));
    return sql.keyword("CREATE OPERATOR CLASS")
        .qualified(made.name())
        .when(made.byDefault(), w -> w.keyword("DEFAULT"))
        .keyword("FOR TYPE")
        .type(made.type())
        .keyword("USING")
        .identifier(made.method())
        .keyword("FAMILY")
        .qualified(made.family())
        .keyword("AS")
        .lines(items.build());
  }

  private static SqlWriter item(SqlWriter sql, FamilyItem item) {
    return switch (item) {
      case FamilyItem.OfOperator(var number, var left, var right, var operator, var sortFamily) ->
          types(sql.keyword("OPERATOR").number(number).operatorName(operator), left, right)
              .ifPresent(sortFamily, (w, family) -> w.keyword("FOR ORDER BY").qualified(family));
      case FamilyItem.OfFunction(var number, var left, var right, var function) ->
          types(sql.keyword("FUNCTION").number(number), left, right).signature(function);
    };
  }

  private static SqlWriter types(SqlWriter sql, TypeRef left, TypeRef right) {
    return sql.parenthesised(w -> w.type(left).comma().type(right));
  }

  private static SqlWriter storage(SqlWriter sql, TypeRef type) {
    return sql.keyword("STORAGE").type(type);
  }
}
