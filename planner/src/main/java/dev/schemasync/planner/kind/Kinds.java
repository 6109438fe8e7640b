package dev.schemasync.planner.kind;

import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Cast;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Collation;
import dev.schemasync.model.catalog.Constraint;
import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.ForeignServer;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.Index;
import dev.schemasync.model.catalog.MaterializedView;
import dev.schemasync.model.catalog.Operator;
import dev.schemasync.model.catalog.Policy;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Publication;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.catalog.Schema;
import dev.schemasync.model.catalog.Sequence;
import dev.schemasync.model.catalog.Statistics;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.catalog.TextSearch;
import dev.schemasync.model.catalog.Trigger;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.catalog.UnsupportedObject;
import dev.schemasync.model.catalog.UserMapping;
import dev.schemasync.model.catalog.View;
import dev.schemasync.planner.foreign.ServerKind;
import dev.schemasync.planner.foreign.UserMappingKind;
import dev.schemasync.planner.foreign.WrapperKind;
import dev.schemasync.planner.operator.CastKind;
import dev.schemasync.planner.operator.OperatorKind;
import dev.schemasync.planner.relation.CheckKind;
import dev.schemasync.planner.relation.ExclusionKind;
import dev.schemasync.planner.relation.ForeignKeyKind;
import dev.schemasync.planner.relation.IndexKind;
import dev.schemasync.planner.relation.KeyKind;
import dev.schemasync.planner.relation.MaterializedViewKind;
import dev.schemasync.planner.relation.PolicyKind;
import dev.schemasync.planner.relation.RuleKind;
import dev.schemasync.planner.relation.SequenceKind;
import dev.schemasync.planner.relation.StatisticsKind;
import dev.schemasync.planner.relation.TableKind;
import dev.schemasync.planner.relation.TriggerKind;
import dev.schemasync.planner.relation.ViewKind;
import dev.schemasync.planner.replication.PublicationKind;
import dev.schemasync.planner.routine.AggregateKind;
import dev.schemasync.planner.routine.FunctionKind;
import dev.schemasync.planner.routine.ProcedureKind;
import dev.schemasync.planner.schema.ExtensionKind;
import dev.schemasync.planner.schema.SchemaKind;
import dev.schemasync.planner.textsearch.ConfigurationKind;
import dev.schemasync.planner.textsearch.DictionaryKind;
import dev.schemasync.planner.textsearch.ParserKind;
import dev.schemasync.planner.textsearch.TemplateKind;
import dev.schemasync.planner.type.CollationKind;
import dev.schemasync.planner.type.CompositeTypeKind;
import dev.schemasync.planner.type.DomainKind;
import dev.schemasync.planner.type.EnumKind;

/** Finds what the planner knows of an object: its one dispatch over kinds. */
public final class Kinds {
  private Kinds() {}

  public static Kind of(CatalogObject object) {
    return switch (object) {
      case Schema o -> new SchemaKind(o);
      case Extension o -> new ExtensionKind(o);
      case Collation o -> new CollationKind(o);
      case Type.EnumType o -> new EnumKind(o);
      case Cast o -> new CastKind(o);
      case Operator o -> new OperatorKind(o);
      case Type.Domain o -> new DomainKind(o);
      case Type.CompositeType o -> new CompositeTypeKind(o);
      case Function o -> new FunctionKind(o);
      case Procedure o -> new ProcedureKind(o);
      case Aggregate o -> new AggregateKind(o);
      case TextSearch.Parser o -> new ParserKind(o);
      case TextSearch.Template o -> new TemplateKind(o);
      case TextSearch.Dictionary o -> new DictionaryKind(o);
      case TextSearch.Configuration o -> new ConfigurationKind(o);
      case ForeignDataWrapper o -> new WrapperKind(o);
      case ForeignServer o -> new ServerKind(o);
      case UserMapping o -> new UserMappingKind(o);
      case Sequence o -> new SequenceKind(o);
      case Table o -> new TableKind(o);
      case View o -> new ViewKind(o);
      case MaterializedView o -> new MaterializedViewKind(o);
      case Constraint.Key o -> new KeyKind(o);
      case Constraint.Exclusion o -> new ExclusionKind(o);
      case Constraint.Check o -> new CheckKind(o);
      case Constraint.ForeignKey o -> new ForeignKeyKind(o);
      case Index o -> new IndexKind(o);
      case Statistics o -> new StatisticsKind(o);
      case Rule o -> new RuleKind(o);
      case Trigger o -> new TriggerKind(o);
      case Policy o -> new PolicyKind(o);
      case Publication o -> new PublicationKind(o);
      case UnsupportedObject o -> new UnsupportedKind(o);
    };
  }
}
