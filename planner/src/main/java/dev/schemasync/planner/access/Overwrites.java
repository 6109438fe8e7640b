package dev.schemasync.planner.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;
import dev.schemasync.model.name.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says before it happens what steps take from or change on objects that are on the shard already;
 * what happens to many objects alike is said once.
 */
public final class Overwrites {
  private static final int CLIP = 60;

  /** A change of owners that several objects can share. */
  private record OwnerChange(Identifier before, Identifier after) {}

  /** A change of access that several objects can share. */
  private record AccessChange(
      Overwrite.Change change, Grantee grantee, ImmutableSortedSet<Privilege> privileges) {}

  private final Map<OwnerChange, NavigableSet<ObjectId>> owners = new LinkedHashMap<>();
  private final Map<AccessChange, NavigableSet<ObjectId>> access = new LinkedHashMap<>();
  private final List<Overwrite.Comment> comments = new ArrayList<>();

  private Overwrites() {}

  public static ImmutableList<Finding> findings(Iterable<Overwrite> overwrites) {
    Overwrites all = new Overwrites();
    overwrites.forEach(all::add);
    return all.findings();
  }

  private void add(Overwrite overwrite) {
    var _ =
        switch (overwrite) {
          case Overwrite.Owner(var object, var before, var after) ->
              objects(owners, new OwnerChange(before, after)).add(object);
          case Overwrite.Access(var object, var change, var grantee, var privileges) ->
              objects(access, new AccessChange(change, grantee, privileges)).add(object);
          case Overwrite.Comment comment -> comments.add(comment);
        };
  }

  private static <K> NavigableSet<ObjectId> objects(Map<K, NavigableSet<ObjectId>> all, K key) {
    return all.computeIfAbsent(key, k -> new TreeSet<>());
  }

  private ImmutableList<Finding> findings() {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    owners.forEach((change, objects) -> findings.add(finding(change, objects)));
    access.forEach((change, objects) -> findings.add(finding(change, objects)));
    comments.stream().findFirst().ifPresent(first -> findings.add(finding(first)));
    return findings.build();
  }

  private static Finding finding(OwnerChange change, NavigableSet<ObjectId> objects) {
    return Finding.of(
        FindingCode.OWNER_CHANGES,
        objects.first(),
        "The owner of "
            + named(objects)
            + " is "
            + change.before()
            + " on the shard and becomes "
            + change.after()
            + ".",
        "Nothing needs to be done if the source is right; if not, change the owner there first.");
  }

  private static Finding finding(AccessChange change, NavigableSet<ObjectId> objects) {
    String what =
        change.privileges().stream().map(Privilege::name).collect(Collectors.joining(", "));
    String on = " on " + named(objects) + ", as on the source.";
    return switch (change.change()) {
      case LOST ->
          finding(
              FindingCode.PRIVILEGES_REVOKED, objects, change.grantee() + " loses " + what + on);
      case GRANT_OPTION_LOST ->
          finding(
              FindingCode.PRIVILEGES_REVOKED,
              objects,
              change.grantee() + " loses the grant option of " + what + on);
      case GAINED ->
          finding(FindingCode.PRIVILEGES_GRANTED, objects, change.grantee() + " gets " + what + on);
      case GRANT_OPTION_GAINED ->
          finding(
              FindingCode.PRIVILEGES_GRANTED,
              objects,
              change.grantee() + " gets the grant option of " + what + on);
    };
  }

  private static Finding finding(FindingCode code, NavigableSet<ObjectId> objects, String message) {
    return Finding.of(
        code,
        objects.first(),
        message,
        "Nothing needs to be done if the source is right; if not, change the privileges there"
            + " first.");
  }

  private Finding finding(Overwrite.Comment first) {
    int more = comments.size() - 1;
    return Finding.of(
        FindingCode.COMMENT_CHANGES,
        first.object(),
        "The comment on the "
            + first.object()
            + " is "
            + quoted(first.before())
            + " on the shard and "
            + first.after().map(after -> "becomes " + quoted(after)).orElse("is removed")
            + (more == 0
                ? ""
                : "; " + more + (more == 1 ? " more changes" : " more change") + " too")
            + ".",
        "Nothing needs to be done if the source is right; if not, change the comment there first.");
  }

  private static String named(NavigableSet<ObjectId> objects) {
    int more = objects.size() - 1;
    return "the " + objects.first() + (more == 0 ? "" : " and " + more + " more");
  }

  /** The beginning of a text in one line. */
  private static String quoted(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.codePointCount(0, line.length()) <= CLIP
        ? "\"" + line + "\""
        : "\"" + line.substring(0, line.offsetByCodePoints(0, CLIP)) + "…\"";
  }
}
