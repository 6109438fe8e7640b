package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.Column.Value;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.Feature;
import java.util.Optional;

/** Tables that inherit from others, of the sample. */
final class SampleInheritance {
  private static final PartitionRole ALONE = new PartitionRole.Standalone();

  private final Sample s;
  private final QualifiedName elder;
  private final QualifiedName younger;
  private final QualifiedName child;
  private final QualifiedName template;

  private SampleInheritance(Sample s) {
    this.s = s;
    this.elder = s.names.app("elder");
    this.younger = s.names.app("younger");
    this.child = s.names.app("heir");
    this.template = s.names.app("template");
  }

  static void add(Sample s) {
    SampleInheritance all = new SampleInheritance(s);
    all.parents();
    all.ofParents();
    all.ofTemplate();
  }

  private void parents() {
    Value doubled =
        new Value.Generated(s.names.text("(%s * 2)", "amount"), Column.GeneratedKind.STORED);
    s.pre(
        Sample.create(
            s.table(
                "elder",
                ALONE,
                s.column("amount", type("int4")),
                s.column("doubled", type("int4"), doubled))));
    s.pre(Sample.create(s.table("younger", ALONE, s.column("label", type("text")))));
    s.pre(new Step.AddNotNull(younger, s.names.id("label"), Column.NotNull.PLAIN, false));
    s.pre(new Step.DropNotNull(younger, s.names.id("label")));
  }

  private void ofParents() {
    Optional<Column.NotNull> given =
        s.target.has(Feature.NAMED_NOT_NULL)
            ? Optional.of(
                new Column.NotNull(Optional.of(s.names.id("amount_given")), false, true, true))
            : Optional.empty();
    Table heir =
        s.table(
            "heir",
            ALONE,
            column("amount", type("int4"), new Value.None(), given),
            column("doubled", type("int4"), new Value.None(), Optional.empty()),
            column("label", type("text"), new Value.None(), Optional.empty()),
            s.column("own", type("date")));
    s.pre(
        new Step.CreateTable(
            heir,
            ImmutableList.of(elder, younger),
            ImmutableList.of(SampleTables.check(s, "heir", "own_check", "amount", false, true)),
            ImmutableSortedMap.of()));
    s.pre(new Step.DropDefault(ObjectId.table(child), s.names.id("label")));
    s.pre(new Step.AddNotNull(child, s.names.id("amount"), Column.NotNull.PLAIN, true));
    s.pre(
        new Step.AddIdentity(
            child,
            s.names.id("amount"),
            Column.IdentityKind.BY_DEFAULT,
            SampleTypes.sequence(
                s.names.app("heir_amount_seq"), SampleTypes.UP, Persistence.PERMANENT)));
  }

  private void ofTemplate() {
    Value doubled =
        new Value.Generated(s.names.text("(%s * 2)", "amount"), Column.GeneratedKind.STORED);
    Table turned =
        s.table(
            "turned",
            ALONE,
            column("doubled", type("int4"), doubled, Optional.empty()),
            s.column("own", type("date")),
            column("amount", type("int4"), new Value.None(), Optional.of(Column.NotNull.PLAIN)));
    s.pre(
        new Step.CreateTemplate(
            template,
            turned,
            ImmutableList.of(
                SampleTables.check(s, "turned", "amount_fine", "amount", false, true))));
    s.pre(
        new Step.CreateTable(
            turned.withColumns(
                turned.columns().stream()
                    .map(column -> column.withNotNull(Optional.empty()))
                    .collect(ImmutableList.toImmutableList())),
            ImmutableList.of(template),
            ImmutableList.of(),
            ImmutableSortedMap.of()));
    s.pre(new Step.Inherit(turned.name(), ImmutableList.of(elder), Optional.of(template)));
    s.pre(new Step.DropTemplate(template, turned.name()));
    QualifiedName both = s.names.app("both_own");
    s.pre(
        Sample.create(
            s.table(
                "both_own", ALONE, s.column("label", type("text")), s.column("z", type("int4")))));
    s.pre(new Step.Inherit(both, ImmutableList.of(younger), Optional.empty()));
  }

  /** A column that a table has because its parents have it. */
  private Column column(String name, TypeRef type, Value value, Optional<Column.NotNull> notNull) {
    return new Column(
        s.names.id(name),
        type,
        Optional.empty(),
        notNull,
        value,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        ImmutableMap.of(),
        false,
        Privileges.DEFAULT,
        Optional.empty());
  }
}
