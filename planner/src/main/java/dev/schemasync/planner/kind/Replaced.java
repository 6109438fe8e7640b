package dev.schemasync.planner.kind;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Firing;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.finding.FindingCode;

/** Says before it happens that what somebody set on the shard becomes as it is on the source. */
public final class Replaced {
  private Replaced() {}

  /**
   * The warning.
   *
   * @param now what is so on the shard, such as "is disabled"
   * @param then what is so on the source
   */
  public static Finding finding(ObjectId object, String now, String then, Stage stage) {
    return Finding.of(
        FindingCode.STATE_CHANGES,
        object,
        "The " + object + " " + now + " on the shard; after " + stage.label() + " it " + then + ".",
        "Nothing needs to be done if the source is right; if not, change it there first.");
  }

  /** The same for what fires in another case; that it does by default, nobody set. */
  public static ImmutableList<Finding> firing(
      ObjectId object, Firing now, Firing then, Stage stage) {
    return now == Firing.ORIGIN || now == then
        ? ImmutableList.of()
        : ImmutableList.of(finding(object, "is " + now.words(), "is " + then.words(), stage));
  }
}
