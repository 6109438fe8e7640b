package dev.schemasync.executor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a prepared transaction of ours. It says whose decision it waits for.
 *
 * @param shard the number of the shard that is prepared
 */
record Gid(Run run, int shard) {
  /**
   * A run that prepares.
   *
   * @param name a random number that no other run has, in hexadecimal
   * @param coordinator the transaction that decides, which is not prepared
   */
  record Run(String name, TransactionId coordinator) {}

  private static final Pattern FORM =
      Pattern.compile("schemasync_([0-9a-f]{1,32})_([0-9]{1,20})_([0-9]{1,20})_([0-9]{1,9})");

  /** The parts of a name, if it is one of ours. */
  static Optional<Gid> parse(String name) {
    Matcher matcher = FORM.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new Gid(
                new Run(matcher.group(1), new TransactionId(matcher.group(2), matcher.group(3))),
                Integer.parseInt(matcher.group(4))))
        : Optional.empty();
  }

  /** The name; letters, digits and underscores only. */
  String text() {
    return "schemasync_%s_%s_%s_%d"
        .formatted(run.name(), run.coordinator().system(), run.coordinator().xid(), shard);
  }

  String prepare() {
    return "PREPARE TRANSACTION '%s'".formatted(text());
  }

  /** The statement that ends the prepared transaction. */
  String finish(boolean commit) {
    return finish(text(), commit);
  }

  static String finish(String gid, boolean commit) {
    return "%s PREPARED '%s'".formatted(commit ? "COMMIT" : "ROLLBACK", gid);
  }
}
