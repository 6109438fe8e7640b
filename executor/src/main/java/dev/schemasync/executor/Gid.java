package dev.schemasync.executor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a prepared transaction of ours. It says where to ask for the decision: whether the
 * coordinator's own transaction, which is not prepared, has committed.
 *
 * @param run a random number that tells runs apart, in hexadecimal
 * @param system the {@code system_identifier} of the coordinator's server
 * @param xid the coordinator's transaction, 64 bits wide
 * @param shard the number of the shard that is prepared
 */
record Gid(String run, String system, String xid, int shard) {
  private static final Pattern FORM =
      Pattern.compile("schemasync_([0-9a-f]{1,16})_([0-9]{1,20})_([0-9]{1,20})_([0-9]{1,9})");

  /** The parts of a name, if it is one of ours. */
  static Optional<Gid> parse(String name) {
    Matcher matcher = FORM.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new Gid(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                Integer.parseInt(matcher.group(4))))
        : Optional.empty();
  }

  /** The name; letters, digits and underscores only. */
  String text() {
    return "schemasync_%s_%s_%s_%d".formatted(run, system, xid, shard);
  }

  String prepare() {
    return "PREPARE TRANSACTION '%s'".formatted(text());
  }

  /** The statement that ends the prepared transaction. */
  String finish(boolean commit) {
    return "%s PREPARED '%s'".formatted(commit ? "COMMIT" : "ROLLBACK", text());
  }
}
