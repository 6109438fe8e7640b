package dev.schemasync.emitter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeModifier;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Footprint;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.plan.PlannedStep;
import dev.schemasync.model.plan.Step;
import dev.schemasync.model.server.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan with every step there is, in most variants, that runs on an empty database. It needs no
 * role of its own: those it names are predefined.
 */
final class Sample {
  static final Identifier ROLE = Identifier.of("pg_monitor");

  final Naming names;
  final ServerVersion target;
  private final List<PlannedStep> steps = new ArrayList<>();

  private Sample(Naming names, ServerVersion target) {
    this.names = names;
    this.target = target;
  }

  static ServerVersion version(int major) {
    return new ServerVersion(major * 10000);
  }

  static Plan plan(Naming names, ServerVersion target) {
    Sample sample = new Sample(names, target);
    SampleTypes.add(sample);
    SampleCollations.add(sample);
    SampleRoutines.add(sample);
    SampleTextSearch.add(sample);
    SampleOperators.add(sample);
    SampleForeign.add(sample);
    SampleTables.add(sample);
    SampleInheritance.add(sample);
    SampleViews.add(sample);
    SampleAccess.add(sample);
    SampleIndexes.add(sample);
    SampleTriggers.add(sample);
    SampleTies.add(sample);
    SampleStatistics.add(sample);
    SampleRules.add(sample);
    SamplePolicies.add(sample);
    SamplePublications.add(sample);
    SampleChangedPrivileges.add(sample);
    SampleDefaultPrivileges.add(sample);
    SampleEventTriggers.add(sample);
    SampleLanguages.add(sample);
    SampleConversions.add(sample);
    SampleAccessMethods.add(sample);
    return new Plan(
        sample.steps.stream()
            .sorted(java.util.Comparator.comparing(PlannedStep::stage))
            .collect(ImmutableList.toImmutableList()));
  }

  void pre(Step step) {
    add(step, Stage.PRE_DATA, true);
  }

  void post(Step step) {
    add(step, Stage.POST_DATA, true);
  }

  void postAlone(Step step) {
    add(step, Stage.POST_DATA, false);
  }

  void cutover(Step step) {
    add(step, Stage.CUTOVER, true);
  }

  private void add(Step step, Stage stage, boolean transactional) {
    steps.add(planned(step, stage, transactional));
  }

  static PlannedStep planned(Step step, Stage stage, boolean transactional) {
    return new PlannedStep(
        step,
        stage,
        ImmutableSortedSet.of(),
        ImmutableSortedSet.of(),
        Footprint.of(step.object()),
        ImmutableList.of(),
        transactional,
        0);
  }

  static TypeRef type(String builtIn, String... arguments) {
    TypeModifier modifier =
        arguments.length == 0
            ? new TypeModifier.None()
            : new TypeModifier.Arguments(ImmutableList.copyOf(arguments));
    return new TypeRef(QualifiedName.of("pg_catalog", builtIn), modifier, false);
  }

  static TypeRef array(TypeRef element) {
    return new TypeRef(element.name(), element.modifier(), true);
  }

  /** A nullable column without anything. */
  Column column(String name, TypeRef type) {
    return column(name, type, new Column.Value.None());
  }

  Column column(String name, TypeRef type, Column.Value value) {
    return column(name, type, value, Optional.empty());
  }

  Column column(String name, TypeRef type, Column.Value value, Optional<Column.NotNull> notNull) {
    return new Column(
        names.id(name),
        type,
        Optional.empty(),
        notNull,
        value,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ImmutableSortedMap.of(),
        ImmutableMap.of(),
        true,
        Privileges.DEFAULT,
        Optional.empty());
  }

  Table table(String name, PartitionRole role, Column... columns) {
    return table(name, new Table.Rows.Stored(), role, columns);
  }

  Table table(String name, Table.Rows rows, PartitionRole role, Column... columns) {
    return new Table(
        names.app(name),
        rows,
        Persistence.PERMANENT,
        ImmutableList.copyOf(columns),
        ImmutableList.of(),
        role,
        Optional.empty(),
        ImmutableSortedMap.of(),
        Optional.empty(),
        Optional.empty(),
        new Table.ReplicaIdentity.Default(),
        Optional.empty(),
        Table.RowSecurity.NONE,
        ROLE,
        Privileges.DEFAULT,
        Optional.empty());
  }

  static Step.CreateTable create(Table table) {
    return new Step.CreateTable(
        table, ImmutableList.of(), ImmutableList.of(), ImmutableSortedMap.of());
  }
}
