package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.array;
import static dev.schemasync.emitter.Sample.type;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.Cast.Context;
import dev.schemasync.model.catalog.Cast.Method;
import dev.schemasync.model.catalog.FamilyItem;
import dev.schemasync.model.catalog.FamilyMember;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.OperatorClass;
import dev.schemasync.model.catalog.OperatorFamily;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Arrays;
import java.util.Optional;

/** Casts, operators, and operator families and classes of the sample. */
final class SampleOperators {
  private SampleOperators() {}

  static void add(Sample s) {
    TypeRef mood = mood(s);
    function(s, "first", "SELECT 1", type("int4"), array(mood));
    function(s, "shorter", "SELECT $1", mood, mood, type("int4"), type("bool"));
    casts(s).forEach(cast -> s.pre(new Step.CreateCast(cast)));
    function(s, "before", "SELECT $1 < $2", type("bool"), mood, mood);
    function(s, "is_sad", "SELECT true", type("bool"), mood);
    operators(s).forEach(operator -> s.pre(new Step.CreateOperator(operator)));
    families(s).forEach(family -> s.pre(new Step.CreateOperatorFamily(family)));
    s.pre(
        new Step.AddFamilyMember(
            new FamilyMember(
                s.names.app("family"),
                BTREE,
                new FamilyItem.OfFunction(
                    1,
                    type("int4"),
                    type("int8"),
                    new Signature(
                        QualifiedName.of("pg_catalog", "btint48cmp"),
                        ImmutableList.of(type("int4"), type("int8")))))));
    s.pre(
        new Step.AddFamilyMember(
            new FamilyMember(
                QualifiedName.of("pg_catalog", "box_ops"),
                Identifier.of("gist"),
                new FamilyItem.OfOperator(
                    99,
                    type("point"),
                    type("point"),
                    QualifiedName.of("pg_catalog", "<->"),
                    Optional.of(QualifiedName.of("pg_catalog", "float_ops"))))));
    classes(s).forEach(made -> s.pre(new Step.CreateOperatorClass(made)));
    s.pre(
        new Step.SetOperatorEstimators(
            plain(s).id(), Optional.of(QualifiedName.of("pg_catalog", "eqsel")), Optional.empty()));
    if (s.target.has(Feature.OPERATOR_COMPLETION)) {
      s.pre(
          new Step.CompleteOperator(
              plain(s).id(),
              Optional.of(operatorName(s, "@@")),
              Optional.of(operatorName(s, "?|")),
              true,
              true));
    }
  }

  private static final Identifier BTREE = Identifier.of("btree");

  static ImmutableList<OperatorFamily> families(Sample s) {
    return ImmutableList.of(
        new OperatorFamily(s.names.app("family"), BTREE, Sample.ROLE, Optional.empty()));
  }

  static ImmutableList<OperatorClass> classes(Sample s) {
    TypeRef mood = mood(s);
    return ImmutableList.of(
        new OperatorClass(
            s.names.app("class"),
            BTREE,
            mood,
            true,
            s.names.app("family"),
            Optional.empty(),
            ImmutableList.of(
                new FamilyItem.OfOperator(1, mood, mood, operatorName(s, "<#"), Optional.empty())),
            Sample.ROLE,
            Optional.empty()),
        new OperatorClass(
            s.names.app("bare"),
            BTREE,
            type("int4"),
            false,
            s.names.app("family"),
            Optional.empty(),
            ImmutableList.of(),
            Sample.ROLE,
            Optional.empty()),
        new OperatorClass(
            s.names.app("stored"),
            Identifier.of("gin"),
            type("anyarray"),
            false,
            QualifiedName.of("pg_catalog", "array_ops"),
            Optional.of(type("anyelement")),
            ImmutableList.of(),
            Sample.ROLE,
            Optional.empty()));
  }

  /** The first leaves a shell, which the second fills. */
  static ImmutableList<Operator> operators(Sample s) {
    Optional<TypeRef> mood = Optional.of(mood(s));
    ImmutableList.Builder<Operator> operators = ImmutableList.builder();
    operators.add(
        operator(
            operatorName(s, "<#"),
            mood,
            mood,
            new Operator.Definition(
                s.names.app("before"),
                link(s, "#>"),
                link(s, "!<#"),
                Optional.of(QualifiedName.of("pg_catalog", "scalarltsel")),
                Optional.of(QualifiedName.of("pg_catalog", "scalarltjoinsel")),
                true,
                true)),
        operator(operatorName(s, "#>"), mood, mood, plain(s, "before")),
        operator(operatorName(s, "@"), Optional.empty(), mood, plain(s, "is_sad")),
        operator(operatorName(s, "?|"), mood, mood, plain(s, "before")),
        plain(s));
    if (s.target.has(Feature.POSTFIX_OPERATORS)) {
      operators.add(operator(operatorName(s, "@"), mood, Optional.empty(), plain(s, "is_sad")));
    }
    return operators.build();
  }

  private static Operator plain(Sample s) {
    Optional<TypeRef> mood = Optional.of(mood(s));
    return operator(operatorName(s, "@@"), mood, mood, plain(s, "before"));
  }

  private static Operator operator(
      QualifiedName name,
      Optional<TypeRef> left,
      Optional<TypeRef> right,
      Operator.Definition definition) {
    return new Operator(name, left, right, Optional.of(definition), Sample.ROLE, Optional.empty());
  }

  private static Operator.Definition plain(Sample s, String function) {
    return new Operator.Definition(
        s.names.app(function),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }

  private static Optional<Operator.Link> link(Sample s, String name) {
    return Optional.of(new Operator.Link(operatorName(s, name), true));
  }

  /** In the schema of the sample, under a name of symbols. */
  private static QualifiedName operatorName(Sample s, String symbols) {
    return new QualifiedName(s.names.id("app"), Identifier.of(symbols));
  }

  static ImmutableList<Cast> casts(Sample s) {
    TypeRef mood = mood(s);
    return ImmutableList.of(
        cast(type("varchar"), mood, new Method.ThroughText(), Context.IMPLICIT),
        cast(array(mood), type("int4"), by(s, "first", array(mood)), Context.ASSIGNMENT),
        cast(mood, mood, by(s, "shorter", mood, type("int4"), type("bool")), Context.EXPLICIT),
        cast(type("xid"), type("int4"), new Method.Binary(), Context.EXPLICIT));
  }

  private static TypeRef mood(Sample s) {
    return TypeRef.of(s.names.app("mood"));
  }

  private static Method by(Sample s, String function, TypeRef... arguments) {
    return new Method.ByFunction(
        new Signature(s.names.app(function), ImmutableList.copyOf(arguments)));
  }

  private static Cast cast(TypeRef source, TypeRef target, Method method, Context context) {
    return new Cast(source, target, method, context, Optional.empty());
  }

  private static void function(
      Sample s, String name, String query, TypeRef result, TypeRef... arguments) {
    s.pre(
        SampleRoutines.function(
            s,
            name,
            Arrays.stream(arguments)
                .map(
                    type ->
                        new Routine.Argument(
                            Routine.ArgumentMode.IN, Optional.empty(), type, Optional.empty()))
                .collect(ImmutableList.toImmutableList()),
            new Function.Result.OfType(result, false),
            "sql",
            new Routine.Body.Source(query)));
  }
}
