package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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
import dev.schemasync.planner.order.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the planner has to know of a kind of object, asked of one object of it; {@link Kinds}
 * finds it. No question has an answer of its own: a kind that has nothing to say inherits that by
 * name, from one of the interfaces in {@link Silent}.
 */
public interface Kind {
  /** The object. */
  CatalogObject object();

  /**
   * The steps that make it and bring it to what it should be, but for what objects of many kinds
   * have: owner, privileges, comment, validation.
   *
   * @param separated defaults, checks and queries of views that steps of their own make
   */
  List<Node> steps(Context context, ImmutableSet<ObjectId> separated);

  /** When it is made. */
  Stage stage(Context context);

  /** What is to be known beforehand of the object, other than what differs. */
  ImmutableList<Finding> notices(Context context);

  /** What keeps it from its place, other than what differs. */
  ImmutableList<Finding> obstacles(Context context);

  /** Its parts that have privileges or a comment of their own. */
  ImmutableMap<ObjectId, Member> members();

  /** Whether each constraint that it is or has is validated. */
  ImmutableMap<ObjectId.Part, Boolean> constraints();

  /** The names that nothing else can have. */
  ImmutableList<Occupants.Name> names();

  /** What its definition needs that older servers do not have. */
  Stream<Feature> features(Catalog catalog);

  /** What a server must have around it. */
  Stream<Surrounding> surroundings();

  /** Every text of it that a server can be asked about, and what that may name. */
  ImmutableMap<SqlText, Probe.Context> texts();

  /** What it can do to rows and changes from the source, being on the shard only. */
  Stream<Interference> interference();

  /** What comes into scope with it, beside what it refers to. */
  Stream<ObjectId> brings(Catalog catalog);

  /** The object that brings it into scope. */
  Optional<ObjectId> hangsOn();

  /** Whether it comes into scope where nothing brings it or needs it. */
  boolean joins(Scoped scope);

  /** The table or materialized view of which it is, on a server, a relation that goes with it. */
  Optional<ObjectId> relationOf();

  /** The index by which its rows are clustered. */
  Optional<Identifier> clusteredOn();

  /**
   * Whether steps can remove a difference, within the limits of what it is in.
   *
   * @param now the object on the shard, of the same class
   */
  boolean canChange(
      Limited.To limit, CatalogObject now, Difference.Changed change, Context context);
}
