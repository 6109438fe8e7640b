package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;
import static dev.schemasync.emitter.Sample.array;
import static dev.schemasync.emitter.Sample.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.IntervalFields;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schemas, extensions, types and sequences of the sample. */
final class SampleTypes {
  private SampleTypes() {}

  static void add(Sample s) {
    s.pre(
        new Step.CreateSchema(
            new Schema(s.names.id("app"), ROLE, Privileges.DEFAULT, Optional.empty())));
    s.pre(new Step.CreateExtension(extension(s, "uuid-ossp", "1.1"), Optional.of("1.1")));
    s.pre(new Step.CreateExtension(extension(s, "citext", "0.1"), Optional.empty()));
    s.pre(
        new Step.CreateType(
            new Type.EnumType(
                s.names.app("mood"),
                ImmutableList.of("sad", "it's ok", "back\\slash", ""),
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
    domains(s);
    s.pre(
        new Step.CreateType(
            new Type.CompositeType(
                s.names.app("parade"), attributes(s), ROLE, Privileges.DEFAULT, Optional.empty())));
    s.pre(
        new Step.CreateType(
            new Type.CompositeType(
                s.names.app("nothing"),
                ImmutableList.of(),
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
    madeOfFunctions(s);
    sequences(s);
  }

  private static void madeOfFunctions(Sample s) {
    s.pre(
        new Step.CreateType(
            new Type.ShellType(
                s.names.app("declared"), ROLE, Privileges.DEFAULT, Optional.empty())));
    range(s, "span", Optional.empty(), Optional.empty(), Optional.empty());
    range(
        s,
        "named_span",
        Optional.of(QualifiedName.of("pg_catalog", "float8_ops")),
        Optional.of(QualifiedName.of("pg_catalog", "float8mi")),
        s.target.has(Feature.MULTIRANGES)
            ? Optional.of(s.names.app("several spans"))
            : Optional.empty());
    TypeRef number = TypeRef.of(s.names.app("number"));
    s.pre(
        new Step.CreateType(
            new Type.ShellType(s.names.app("number"), ROLE, Privileges.DEFAULT, Optional.empty())));
    internal(s, "number_in", "int4in", number, type("cstring"));
    internal(s, "number_out", "int4out", type("cstring"), number);
    internal(s, "number_send", "int4send", type("bytea"), number);
    s.pre(
        new Step.CreateType(
            new Type.BaseType(
                s.names.app("number"),
                s.names.app("number_in"),
                s.names.app("number_out"),
                numberFunctions(s),
                -1,
                false,
                Type.Alignment.INT4,
                Column.Storage.MAIN,
                "'",
                true,
                ";",
                Optional.of(type("int4")),
                true,
                Optional.of("it's"),
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
    s.pre(
        new Step.SetTypeProperties(
            s.names.app("number"),
            ImmutableSortedMap.of(
                Type.Support.SEND,
                Optional.empty(),
                Type.Support.ANALYZE,
                Optional.of(QualifiedName.of("pg_catalog", "array_typanalyze"))),
            Optional.of(Column.Storage.EXTENDED)));
  }

  /** From 14 on, what has elements needs a function to find them. */
  private static ImmutableSortedMap<Type.Support, QualifiedName> numberFunctions(Sample s) {
    QualifiedName send = s.names.app("number_send");
    return s.target.has(Feature.SUBSCRIPT_FUNCTIONS)
        ? ImmutableSortedMap.of(
            Type.Support.SEND,
            send,
            Type.Support.SUBSCRIPT,
            QualifiedName.of("pg_catalog", "raw_array_subscript_handler"))
        : ImmutableSortedMap.of(Type.Support.SEND, send);
  }

  private static void internal(
      Sample s, String name, String symbol, TypeRef result, TypeRef argument) {
    s.pre(
        SampleRoutines.function(
            s,
            name,
            ImmutableList.of(
                new Routine.Argument(
                    Routine.ArgumentMode.IN, Optional.empty(), argument, Optional.empty())),
            new Function.Result.OfType(result, false),
            "internal",
            new Routine.Body.Source(symbol)));
  }

  private static void range(
      Sample s,
      String name,
      Optional<QualifiedName> operatorClass,
      Optional<QualifiedName> difference,
      Optional<QualifiedName> multirange) {
    s.pre(
        new Step.CreateType(
            new Type.RangeType(
                s.names.app(name),
                type("float8"),
                operatorClass,
                Optional.empty(),
                Optional.empty(),
                difference,
                multirange,
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
  }

  private static void domains(Sample s) {
    s.pre(
        new Step.CreateType(
            new Type.Domain(
                s.names.app("positive"),
                type("int4"),
                Optional.empty(),
                Optional.of(new SqlText("1")),
                Optional.of(Type.DomainNotNull.PLAIN),
                ImmutableList.of(
                    new Type.DomainCheck(
                        s.names.id("is_positive"),
                        new SqlText("(VALUE > 0)"),
                        true,
                        Optional.empty())),
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
    s.pre(
        new Step.CreateType(
            new Type.Domain(
                s.names.app("code"),
                type("varchar", "10"),
                Optional.of(QualifiedName.of("pg_catalog", "C")),
                Optional.empty(),
                Optional.of(
                    new Type.DomainNotNull(Optional.of(s.names.id("given")), Optional.empty())),
                ImmutableList.of(),
                ROLE,
                Privileges.DEFAULT,
                Optional.empty())));
    s.pre(
        new Step.AddDomainCheck(
            s.names.app("code"),
            new Type.DomainCheck(
                s.names.id("is_upper"),
                new SqlText("((VALUE)::text = upper((VALUE)::text))"),
                false,
                Optional.empty())));
    s.post(
        new Step.ValidateConstraint(
            new ObjectId.InSchema(ObjectKind.DOMAIN, s.names.app("code")), s.names.id("is_upper")));
  }

  private static ImmutableList<Type.Attribute> attributes(Sample s) {
    List<TypeRef> types = new ArrayList<>();
    for (String name :
        List.of(
            "bool",
            "char",
            "int2",
            "int4",
            "int8",
            "float4",
            "float8",
            "numeric",
            "text",
            "varchar",
            "bpchar",
            "bit",
            "varbit",
            "name",
            "json",
            "jsonb",
            "uuid",
            "bytea",
            "xml",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "regclass",
            "tsvector",
            "int4range",
            "inet",
            "oid")) {
      types.add(type(name));
    }
    types.add(type("numeric", "10", "2"));
    types.add(type("varchar", "5"));
    types.add(type("bpchar", "5"));
    types.add(type("bit", "3"));
    types.add(type("varbit", "3"));
    types.add(type("time", "2"));
    types.add(type("timetz", "2"));
    types.add(type("timestamp", "0"));
    types.add(array(type("timestamptz", "3")));
    types.add(array(type("varchar", "7")));
    types.add(interval(Optional.empty(), Optional.of(3)));
    types.add(interval(Optional.of(IntervalFields.YEAR_TO_MONTH), Optional.empty()));
    types.add(array(interval(Optional.of(IntervalFields.DAY_TO_SECOND), Optional.of(2))));
    types.add(TypeRef.of(s.names.app("mood")));
    types.add(array(TypeRef.of(s.names.app("code"))));
    ImmutableList.Builder<Type.Attribute> attributes = ImmutableList.builder();
    for (int i = 0; i < types.size(); i++) {
      attributes.add(
          new Type.Attribute(
              s.names.id("a" + i), types.get(i), Optional.empty(), Optional.empty()));
    }
    return attributes
        .add(
            new Type.Attribute(
                s.names.id("sorted"),
                type("text"),
                Optional.of(QualifiedName.of("pg_catalog", "C")),
                Optional.empty()))
        .build();
  }

  private static TypeRef interval(Optional<IntervalFields> fields, Optional<Integer> precision) {
    return new TypeRef(
        QualifiedName.of("pg_catalog", "interval"),
        new TypeModifier.Interval(fields, precision),
        false);
  }

  private static void sequences(Sample s) {
    s.pre(new Step.CreateSequence(sequence(s.names.app("down"), DOWN, Persistence.PERMANENT)));
    s.pre(new Step.CreateSequence(sequence(s.names.app("orders_seq"), UP, Persistence.PERMANENT)));
    if (s.target.has(Feature.UNLOGGED_SEQUENCES)) {
      s.pre(new Step.CreateSequence(sequence(s.names.app("fast"), UP, Persistence.UNLOGGED)));
    }
    s.cutover(
        new Step.SetSequenceValue(
            s.names.app("down"), DOWN, new SequenceValue(Long.MIN_VALUE, true)));
    s.cutover(
        new Step.SetSequenceValue(s.names.app("orders_seq"), UP, new SequenceValue(42, false)));
    if (s.target.has(Feature.UNLOGGED_SEQUENCES)) {
      s.cutover(new Step.SetSequenceValue(s.names.app("fast"), UP, new SequenceValue(1, true)));
    }
    s.cutover(new Step.CreateSequence(sequence(s.names.app("late"), LATE, Persistence.PERMANENT)));
    s.cutover(new Step.SetSequenceValue(s.names.app("late"), LATE, new SequenceValue(-7, true)));
  }

  private static final Sequence.Options DOWN =
      new Sequence.Options(Sequence.DataType.BIGINT, -1, -5, Long.MIN_VALUE, -1, 20, true);

  /** Starts behind values that it may be set to. */
  private static final Sequence.Options LATE =
      new Sequence.Options(Sequence.DataType.BIGINT, 500, 1, -10, 1000, 1, false);

  static final Sequence.Options UP =
      new Sequence.Options(Sequence.DataType.INTEGER, 1, 1, 1, 2147483647, 1, false);

  static Sequence sequence(QualifiedName name, Sequence.Options options, Persistence persistence) {
    return new Sequence(
        name,
        options,
        persistence,
        new Sequence.Ownership.None(),
        ROLE,
        Privileges.DEFAULT,
        Optional.empty());
  }

  private static Extension extension(Sample s, String name, String version) {
    return new Extension(
        Identifier.of(name), s.names.id("app"), version, ImmutableSortedSet.of(), Optional.empty());
  }
}
