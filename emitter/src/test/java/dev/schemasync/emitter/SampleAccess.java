package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;
import static dev.schemasync.emitter.Sample.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.catalog.OperatorFamily;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Owners, privileges and comments of the sample. */
final class SampleAccess {
  private SampleAccess() {}

  static void add(Sample s) {
    comments(s);
    privileges(s);
    for (ObjectId object : owned(s)) {
      s.pre(new Step.SetOwner(object, ROLE));
    }
  }

  private static ImmutableList<ObjectId> owned(Sample s) {
    return ImmutableList.<ObjectId>builder()
        .add(
            inSchema(s, ObjectKind.COLLATION, "folded"),
            inSchema(s, ObjectKind.ENUM, "mood"),
            inSchema(s, ObjectKind.SHELL_TYPE, "declared"),
            inSchema(s, ObjectKind.RANGE_TYPE, "span"),
            inSchema(s, ObjectKind.BASE_TYPE, "number"),
            inSchema(s, ObjectKind.DOMAIN, "code"),
            inSchema(s, ObjectKind.COMPOSITE_TYPE, "parade"),
            inSchema(s, ObjectKind.SEQUENCE, "down"),
            inSchema(s, ObjectKind.TABLE, "orders"),
            inSchema(s, ObjectKind.VIEW, "plain_view"),
            inSchema(s, ObjectKind.MATERIALIZED_VIEW, "summary"),
            routine(s, ObjectKind.FUNCTION, "on_change"),
            routine(s, ObjectKind.PROCEDURE, "tidy", type("int4"), type("text")),
            routine(s, ObjectKind.AGGREGATE, "counted"),
            routine(s, ObjectKind.AGGREGATE, "percentile", type("float8"), type("anyelement")),
            routine(s, ObjectKind.AGGREGATE, "ranked", type("any")),
            ObjectId.schema(s.names.id("app")))
        .addAll(SampleOperators.operators(s).stream().map(Operator::id).iterator())
        .addAll(SampleOperators.families(s).stream().map(OperatorFamily::id).iterator())
        .addAll(SampleOperators.classes(s).stream().map(OperatorClass::id).iterator())
        .build();
  }

  private static void comments(Sample s) {
    ObjectId orders = inSchema(s, ObjectKind.TABLE, "orders");
    ImmutableList<ObjectId> commented =
        ImmutableList.<ObjectId>builder()
            .addAll(owned(s))
            .addAll(SampleOperators.casts(s).stream().map(Cast::id).iterator())
            .add(ObjectId.extension(Identifier.of("uuid-ossp")))
            .add(ObjectId.column(orders, s.names.id("note")))
            .add(
                ObjectId.column(inSchema(s, ObjectKind.COMPOSITE_TYPE, "parade"), s.names.id("a0")))
            .add(ObjectId.constraint(orders, s.names.id("amount_positive")))
            .add(
                ObjectId.constraint(
                    inSchema(s, ObjectKind.DOMAIN, "positive"), s.names.id("is_positive")))
            .build();
    commented.forEach(
        object -> s.pre(new Step.SetComment(object, Optional.of("it's a\\comment;\n-- 'x'"))));
    s.pre(new Step.SetComment(orders, Optional.empty()));
  }

  private static void privileges(Sample s) {
    grant(s, ObjectId.schema(s.names.id("app")), Privilege.USAGE, Privilege.CREATE);
    grant(s, inSchema(s, ObjectKind.ENUM, "mood"), Privilege.USAGE);
    grant(s, inSchema(s, ObjectKind.DOMAIN, "code"), Privilege.USAGE);
    grant(s, inSchema(s, ObjectKind.COMPOSITE_TYPE, "parade"), Privilege.USAGE);
    grant(s, routine(s, ObjectKind.FUNCTION, "on_change"), Privilege.EXECUTE);
    grant(
        s, routine(s, ObjectKind.PROCEDURE, "tidy", type("int4"), type("text")), Privilege.EXECUTE);
    grant(s, routine(s, ObjectKind.AGGREGATE, "counted"), Privilege.EXECUTE);
    grant(s, inSchema(s, ObjectKind.SEQUENCE, "down"), Privilege.SELECT, Privilege.USAGE);
    ObjectId orders = inSchema(s, ObjectKind.TABLE, "orders");
    grant(s, orders, Privilege.SELECT, Privilege.TRUNCATE);
    grant(s, ObjectId.column(orders, s.names.id("note")), Privilege.INSERT, Privilege.UPDATE);
    grant(s, inSchema(s, ObjectKind.VIEW, "plain_view"), Privilege.SELECT);
    grant(s, inSchema(s, ObjectKind.MATERIALIZED_VIEW, "summary"), Privilege.SELECT);
    if (s.target.has(Feature.MAINTAIN_PRIVILEGE)) {
      grant(s, orders, Privilege.MAINTAIN);
    }
    s.pre(
        new Step.GrantPrivileges(
            inSchema(s, ObjectKind.TABLE, "customers"),
            ImmutableSortedSet.of(Privilege.SELECT),
            new Grantee.Role(Identifier.of("pg_signal_backend")),
            true,
            Optional.of(ROLE)));
    s.pre(
        new Step.RevokePrivileges(
            routine(s, ObjectKind.FUNCTION, "on_change"),
            ImmutableSortedSet.of(Privilege.EXECUTE),
            new Grantee.Everybody(),
            Optional.empty()));
    s.pre(
        new Step.RevokePrivileges(
            ObjectId.column(orders, s.names.id("note")),
            ImmutableSortedSet.of(Privilege.INSERT),
            new Grantee.Everybody(),
            Optional.of(ROLE)));
  }

  private static void grant(Sample s, ObjectId object, Privilege... privileges) {
    s.pre(
        new Step.GrantPrivileges(
            object,
            ImmutableSortedSet.copyOf(privileges),
            new Grantee.Everybody(),
            false,
            Optional.empty()));
  }

  static ObjectId.InSchema inSchema(Sample s, ObjectKind kind, String name) {
    return new ObjectId.InSchema(kind, s.names.app(name));
  }

  private static ObjectId routine(Sample s, ObjectKind kind, String name, TypeRef... arguments) {
    return new ObjectId.Routine(kind, s.names.app(name), ImmutableList.copyOf(arguments));
  }
}
