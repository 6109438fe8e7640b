package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privileges;
import java.util.Optional;
import java.util.function.Function;

/** What a part of an object has that has privileges or a comment of its own. */
public record Member(Privileges privileges, Optional<String> comment) {
  /** The members that are these parts, by identity. */
  public static <P> ImmutableMap<ObjectId, Member> sorted(
      Iterable<P> parts, Function<P, ObjectId> id, Function<P, Member> member) {
    ImmutableSortedMap.Builder<ObjectId, Member> members =
        new ImmutableSortedMap.Builder<>(Ordering.<ObjectId>natural());
    parts.forEach(part -> members.put(id.apply(part), member.apply(part)));
    return members.buildOrThrow();
  }
}
