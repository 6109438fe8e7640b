package dev.schemasync.introspect;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.access.ChangedAclReader;
import dev.schemasync.introspect.access.DefaultAclReader;
import dev.schemasync.introspect.foreign.ForeignServerReader;
import dev.schemasync.introspect.kind.CatalogReader;
import dev.schemasync.introspect.kind.UnsupportedReader;
import dev.schemasync.introspect.operator.CastReader;
import dev.schemasync.introspect.operator.FamilyReader;
import dev.schemasync.introspect.operator.OperatorReader;
import dev.schemasync.introspect.relation.AccessMethodReader;
import dev.schemasync.introspect.relation.CheckReader;
import dev.schemasync.introspect.relation.ExclusionReader;
import dev.schemasync.introspect.relation.ForeignKeyReader;
import dev.schemasync.introspect.relation.IndexReader;
import dev.schemasync.introspect.relation.KeyReader;
import dev.schemasync.introspect.relation.LargeObjectReader;
import dev.schemasync.introspect.relation.MaterializedViewReader;
import dev.schemasync.introspect.relation.PolicyReader;
import dev.schemasync.introspect.relation.RelationStateReader;
import dev.schemasync.introspect.relation.RuleReader;
import dev.schemasync.introspect.relation.SequenceReader;
import dev.schemasync.introspect.relation.StatisticsReader;
import dev.schemasync.introspect.relation.TableReader;
import dev.schemasync.introspect.relation.TriggerReader;
import dev.schemasync.introspect.relation.ViewReader;
import dev.schemasync.introspect.replication.PublicationReader;
import dev.schemasync.introspect.routine.AggregateReader;
import dev.schemasync.introspect.routine.ConversionReader;
import dev.schemasync.introspect.routine.LanguageReader;
import dev.schemasync.introspect.routine.RoutineReader;
import dev.schemasync.introspect.routine.TransformReader;
import dev.schemasync.introspect.schema.EventTriggerReader;
import dev.schemasync.introspect.schema.ExtensionReader;
import dev.schemasync.introspect.schema.ExtensionTieReader;
import dev.schemasync.introspect.schema.SchemaReader;
import dev.schemasync.introspect.textsearch.TextSearchReader;
import dev.schemasync.introspect.type.BaseTypeReader;
import dev.schemasync.introspect.type.CollationReader;
import dev.schemasync.introspect.type.CompositeTypeReader;
import dev.schemasync.introspect.type.DomainReader;
import dev.schemasync.introspect.type.EnumReader;
import dev.schemasync.introspect.type.RangeTypeReader;
import dev.schemasync.introspect.type.ShellTypeReader;

/** Finds the reader of each kind. */
final class Readers {
  /**
   * One reader per kind. A reader sees what those before it have added. The queries of those that
   * stand together are asked together: fewer round trips, but more rows in memory at a time.
   */
  static final ImmutableList<ImmutableList<CatalogReader>> ALL =
      ImmutableList.of(
          ImmutableList.of(
              new SchemaReader(),
              new ExtensionReader(),
              new LanguageReader(),
              new AccessMethodReader(),
              new CollationReader(),
              new EnumReader(),
              new CastReader(),
              new TransformReader(),
              new OperatorReader(),
              new DomainReader(),
              new CompositeTypeReader(),
              new ShellTypeReader(),
              new RangeTypeReader(),
              new BaseTypeReader(),
              new RoutineReader(),
              new AggregateReader(),
              new ConversionReader(),
              new FamilyReader(),
              new TextSearchReader(),
              new ForeignServerReader(),
              new SequenceReader(),
              new TableReader(),
              new ViewReader(),
              new MaterializedViewReader()),
          ImmutableList.of(
              new KeyReader(),
              new ExclusionReader(),
              new CheckReader(),
              new ForeignKeyReader(),
              new IndexReader()),
          ImmutableList.of(
              new StatisticsReader(),
              new RuleReader(),
              new TriggerReader(),
              new PolicyReader(),
              new PublicationReader(),
              new ExtensionTieReader(),
              new ChangedAclReader(),
              new DefaultAclReader(),
              new EventTriggerReader(),
              new RelationStateReader(),
              new LargeObjectReader(),
              new UnsupportedReader()));

  private Readers() {}
}
