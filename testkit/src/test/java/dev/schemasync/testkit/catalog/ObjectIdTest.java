package dev.schemasync.testkit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectForm.DefaultsOf.Target;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of identities is total and agrees with their equality. */
class ObjectIdTest {
  @Property
  void equalIffComparedEqual(@ForAll("ids") ObjectId left, @ForAll("ids") ObjectId right) {
    assertThat(left.compareTo(right) == 0).isEqualTo(left.equals(right));
    assertThat(Integer.signum(left.compareTo(right)))
        .isEqualTo(-Integer.signum(right.compareTo(left)));
  }

  @Property
  void orderIsTransitive(
      @ForAll("ids") ObjectId a, @ForAll("ids") ObjectId b, @ForAll("ids") ObjectId c) {
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a).isLessThanOrEqualTo(c);
    }
  }

  @Property
  void formsAreEqualIffComparedEqual(
      @ForAll("forms") ObjectForm left, @ForAll("forms") ObjectForm right) {
    assertThat(left.compareTo(right) == 0).isEqualTo(left.equals(right));
    assertThat(Integer.signum(left.compareTo(right)))
        .isEqualTo(-Integer.signum(right.compareTo(left)));
  }

  @Property
  void orderOfFormsIsTransitive(
      @ForAll("forms") ObjectForm a, @ForAll("forms") ObjectForm b, @ForAll("forms") ObjectForm c) {
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a).isLessThanOrEqualTo(c);
    }
  }

  @Property
  void typesCompareEqualOnlyIfTheyAre(
      @ForAll("types") TypeRef left, @ForAll("types") TypeRef right) {
    assertThat(left.compareTo(right) == 0).isEqualTo(left.equals(right));
  }

  @Example
  void overloadsWhoseTypesPrintAlikeAreTwo() {
    ObjectId one = function(TypeRef.of(QualifiedName.of("a", "b.c")));
    ObjectId two = function(TypeRef.of(QualifiedName.of("a.b", "c")));
    assertThat(one).hasToString(two.toString()).isNotEqualByComparingTo(two);
  }

  @Example
  void partsOfATableAndAViewOfOneNameAreTwo() {
    QualifiedName name = QualifiedName.of("app", "t");
    Identifier trigger = Identifier.of("g");
    assertThat(ObjectId.trigger(ObjectId.table(name), trigger))
        .isNotEqualByComparingTo(ObjectId.trigger(Objects.viewId(name), trigger));
  }

  @Example
  void eachFormHasItsKinds() {
    assertThatThrownBy(() -> new ObjectId.Global(ObjectKind.TABLE, Identifier.of("t")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a table has another form of identity");
  }

  @Example
  void aFormGivesTheParts() {
    ObjectForm prefix =
        new ObjectForm.Operator(
            QualifiedName.of("app", "!!!"), Optional.empty(), Optional.of(TypeRef.builtIn("int4")));
    ObjectForm defaults =
        new ObjectForm.DefaultsOf(Identifier.of("owner"), Optional.empty(), Target.LARGE_OBJECTS);
    assertThat(prefix.path()).containsExactly("app", "!!!", "NONE", "int4");
    assertThat(defaults.path()).containsExactly("owner", "large objects");
    assertThat(new ObjectId.Formed(ObjectKind.OPERATOR, prefix))
        .hasToString("operator app.!!!(NONE, int4)")
        .extracting(ObjectId::path)
        .isEqualTo(prefix.path());
  }

  @Example
  void anOperatorHasAnOperand() {
    QualifiedName name = QualifiedName.of("app", "!!!");
    assertThatThrownBy(() -> new ObjectForm.Operator(name, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("operator app.!!! has no operand");
  }

  private static ObjectId formed(ObjectForm form) {
    return new ObjectId.Formed(
        switch (form) {
          case ObjectForm.Operator o -> ObjectKind.OPERATOR;
          case ObjectForm.OfMethod o -> ObjectKind.OPERATOR_CLASS;
          case ObjectForm.OfFamily o -> ObjectKind.FAMILY_MEMBER;
          case ObjectForm.Cast c -> ObjectKind.CAST;
          case ObjectForm.UserMapping u -> ObjectKind.USER_MAPPING;
          case ObjectForm.DefaultsOf d -> ObjectKind.DEFAULT_ACL;
          case ObjectForm.AclOf a -> ObjectKind.CHANGED_ACL;
          case ObjectForm.OfExtension e -> ObjectKind.EXTENSION_TIE;
          case ObjectForm.Transform t -> ObjectKind.TRANSFORM;
        },
        form);
  }

  private static ObjectId function(TypeRef argument) {
    return new ObjectId.Routine(
        ObjectKind.FUNCTION, QualifiedName.of("app", "f"), ImmutableList.of(argument));
  }

  @Provide
  Arbitrary<ObjectId> ids() {
    Arbitrary<Identifier> names = Arbitraries.of("a", "b", "a.b").map(Identifier::of);
    Arbitrary<QualifiedName> qualified = Combinators.combine(names, names).as(QualifiedName::new);
    Arbitrary<ObjectId> relations =
        Arbitraries.oneOf(
            qualified.map(ObjectId::table),
            qualified.map(ObjectId::index),
            qualified.map(Objects::viewId));
    Arbitrary<ObjectId> tables = qualified.map(ObjectId::table);
    return Arbitraries.oneOf(
        names.map(ObjectId::schema),
        names.map(ObjectId::extension),
        relations,
        Combinators.combine(relations, names).as(ObjectId::column),
        Combinators.combine(relations, names).as(ObjectId::trigger),
        Combinators.combine(tables, names).as(ObjectId::constraint),
        Combinators.combine(qualified, types().list().ofMaxSize(2))
            .as(
                (name, arguments) ->
                    new ObjectId.Routine(
                        ObjectKind.FUNCTION, name, ImmutableList.copyOf(arguments))),
        forms().map(ObjectIdTest::formed),
        Combinators.combine(names, names)
            .as((type, name) -> new ObjectId.Unmodelled(type.value(), name.value())));
  }

  @Provide
  Arbitrary<ObjectForm> forms() {
    Arbitrary<Identifier> names = Arbitraries.of("a", "b", "a.b").map(Identifier::of);
    Arbitrary<QualifiedName> qualified = Combinators.combine(names, names).as(QualifiedName::new);
    Arbitrary<Grantee> users =
        names.optional().map(name -> name.isPresent() ? role(name.get()) : new Grantee.Everybody());
    Arbitrary<Optional<TypeRef>> operands = types().optional();
    return Arbitraries.oneOf(
        Combinators.combine(qualified, operands, operands)
            .filter((name, left, right) -> left.isPresent() || right.isPresent())
            .as(ObjectForm.Operator::new),
        Combinators.combine(qualified, names).as(ObjectForm.OfMethod::new),
        Combinators.combine(types(), types()).as(ObjectForm.Cast::new),
        Combinators.combine(names, users).as(ObjectForm.UserMapping::new),
        Combinators.combine(names, names.optional(), Arbitraries.of(Target.values()))
            .as(ObjectForm.DefaultsOf::new),
        Combinators.combine(types(), names).as(ObjectForm.Transform::new),
        Combinators.combine(
                Arbitraries.of(ObjectForm.AclOf.On.values()),
                names.optional(),
                names,
                types().list().ofMaxSize(2).map(ImmutableList::copyOf),
                names.optional())
            .as(ObjectForm.AclOf::new));
  }

  private static Grantee role(Identifier name) {
    return new Grantee.Role(name);
  }

  @Provide
  Arbitrary<TypeRef> types() {
    Arbitrary<QualifiedName> names =
        Arbitraries.of(
            QualifiedName.of("pg_catalog", "int4"),
            QualifiedName.of("a", "b.c"),
            QualifiedName.of("a.b", "c"),
            QualifiedName.of("pg_catalog", "int4[]"));
    Arbitrary<TypeModifier> modifiers =
        Arbitraries.of(
            new TypeModifier.None(),
            new TypeModifier.Arguments(ImmutableList.of("3")),
            new TypeModifier.Arguments(ImmutableList.of("1", "2")),
            new TypeModifier.Arguments(ImmutableList.of("1,2")),
            new TypeModifier.Interval(Optional.empty(), Optional.of(3)),
            new TypeModifier.Interval(Optional.empty(), Optional.empty()));
    return Combinators.combine(names, modifiers, Arbitraries.of(true, false)).as(TypeRef::new);
  }
}
