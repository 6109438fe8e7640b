package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;

/** What is in scope so far. */
public interface Scoped {
  /** The publication that the scope is that of. */
  ObjectId publication();

  /** Whether an object is in scope. */
  boolean contains(ObjectId object);

  /** Whether an object refers to relations in scope and to no other ones. */
  boolean hasAllThatReads(ObjectId object);

  /** What an object refers to, in scope or not. */
  ImmutableList<ObjectId> references(ObjectId object);
}
