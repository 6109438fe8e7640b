package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Probe;
import dev.schemasync.model.server.Feature;
import java.util.Optional;
import java.util.stream.Stream;

/** What kinds inherit by name where they have nothing to say. */
public final class Silent {
  private Silent() {}

  /** It is made when its kind says. */
  public interface UsualStage extends Kind {
    @Override
    default Stage stage(Context context) {
      return object().id().kind().stage();
    }
  }

  /** There is nothing to be known beforehand. */
  public interface NoNotices extends Kind {
    @Override
    default ImmutableList<Finding> notices(Context context) {
      return ImmutableList.of();
    }
  }

  /** Nothing keeps it from its place. */
  public interface NoObstacles extends Kind {
    @Override
    default ImmutableList<Finding> obstacles(Context context) {
      return ImmutableList.of();
    }
  }

  /** No part has privileges or a comment. */
  public interface NoMembers extends Kind {
    @Override
    default ImmutableMap<ObjectId, Member> members() {
      return ImmutableMap.of();
    }
  }

  /** It neither is nor has a constraint that can be NOT VALID. */
  public interface NoConstraints extends Kind {
    @Override
    default ImmutableMap<ObjectId.Part, Boolean> constraints() {
      return ImmutableMap.of();
    }
  }

  /** It shares its namespace with no other kind. */
  public interface NoNames extends Kind {
    @Override
    default ImmutableList<Occupants.Name> names() {
      return ImmutableList.of();
    }
  }

  /** Every server can have it as it is. */
  public interface NoFeatures extends Kind {
    @Override
    default Stream<Feature> features(Catalog catalog) {
      return Stream.empty();
    }
  }

  /** It needs nothing but other objects. */
  public interface NoSurroundings extends Kind {
    @Override
    default Stream<Surrounding> surroundings() {
      return Stream.empty();
    }
  }

  /** It has no text, or none that prints in another way when it is created again. */
  public interface NoTexts extends Kind {
    @Override
    default ImmutableMap<SqlText, Probe.Context> texts() {
      return ImmutableMap.of();
    }
  }

  /** It does nothing to rows. */
  public interface NoInterference extends Kind {
    @Override
    default Stream<Interference> interference() {
      return Stream.empty();
    }
  }

  /** Nothing comes with it but what it refers to. */
  public interface BringsNothing extends Kind {
    @Override
    default Stream<ObjectId> brings(Catalog catalog) {
      return Stream.empty();
    }
  }

  /** It belongs to no other object. */
  public interface HangsOnNothing extends Kind {
    @Override
    default Optional<ObjectId> hangsOn() {
      return Optional.empty();
    }
  }

  /** It comes only where something needs it or brings it. */
  public interface NeverJoins extends Kind {
    @Override
    default boolean joins(Scoped scope) {
      return false;
    }
  }

  /** It is no relation, or one that stands alone. */
  public interface NoRelationOfAnother extends Kind {
    @Override
    default Optional<ObjectId> relationOf() {
      return Optional.empty();
    }
  }

  /** It has no rows, or they are in no order. */
  public interface NotClustered extends Kind {
    @Override
    default Optional<Identifier> clusteredOn() {
      return Optional.empty();
    }
  }

  /** What can be altered at all can be altered into everything. */
  public interface NoLimits extends Kind {
    @Override
    default boolean canChange(
        Limited.To limit, CatalogObject now, Difference.Changed change, Context context) {
      return true;
    }
  }
}
