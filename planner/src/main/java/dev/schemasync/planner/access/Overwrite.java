package dev.schemasync.planner.access;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/** Something that an object on the shard, or a part of it, has and that a step takes or changes. */
public sealed interface Overwrite {
  /** What it is on. */
  ObjectId object();

  /** Another owner. */
  record Owner(ObjectId object, Identifier before, Identifier after) implements Overwrite {}

  /** Another comment, or none. */
  record Comment(ObjectId object, String before, Optional<String> after) implements Overwrite {}

  /** Other privileges of one grantee. */
  record Access(
      ObjectId object, Change change, Grantee grantee, ImmutableSortedSet<Privilege> privileges)
      implements Overwrite {}

  /** What happens to privileges. */
  enum Change {
    /** They are taken. */
    LOST,
    /** They stay, but can no longer be granted to others. */
    GRANT_OPTION_LOST,
    /** They are given. */
    GAINED,
    /** They were there, and can now be granted to others. */
    GRANT_OPTION_GAINED
  }
}
