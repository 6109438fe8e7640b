package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.name.SqlText;

/** Which rows a partition holds ({@code pg_class.relpartbound}). */
public sealed interface PartitionBound {
  /** Those no other partition holds. */
  record Default() implements PartitionBound {}

  /** Those whose key is one of the values. */
  record In(ImmutableList<SqlText> values) implements PartitionBound {}

  /** Those whose key is at least {@code from} and less than {@code to}. */
  record FromTo(ImmutableList<Datum> from, ImmutableList<Datum> to) implements PartitionBound {}

  /** Those whose key's hash leaves the remainder. */
  record Hash(int modulus, int remainder) implements PartitionBound {}

  /** One part of a range's end. */
  sealed interface Datum {
    /** Below every value. */
    record MinValue() implements Datum {}

    /** Above every value. */
    record MaxValue() implements Datum {}

    /** A constant. */
    record Constant(SqlText value) implements Datum {}
  }
}
