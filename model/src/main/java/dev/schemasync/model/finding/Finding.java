package dev.schemasync.model.finding;

import dev.schemasync.model.catalog.ObjectId;
import java.util.Comparator;
import java.util.Optional;

/**
 * One thing a check found.
 *
 * @param object what it is about, if it is about one object
 * @param shard the destination shard it was found on, if it is about one
 * @param message what is wrong, a sentence
 * @param remedy what to do about it, a sentence
 */
public record Finding(
    FindingCode code,
    Optional<ObjectId> object,
    Optional<Integer> shard,
    String message,
    String remedy)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::code)
          .thenComparing(f -> f.object().map(ObjectId::display).orElse(""))
          .thenComparing(f -> f.shard().orElse(-1))
          .thenComparing(Finding::message);

  /** A finding about one object, on no shard in particular. */
  public static Finding of(FindingCode code, ObjectId object, String message, String remedy) {
    return new Finding(code, Optional.of(object), Optional.empty(), message, remedy);
  }

  /** The same finding, seen on a shard. */
  public Finding onShard(int number) {
    return new Finding(code, object, Optional.of(number), message, remedy);
  }

  /** How grave it is. */
  public Severity severity() {
    return code.severity();
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
