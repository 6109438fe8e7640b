package dev.schemasync.introspect.relation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.model.catalog.PartitionBound;
import dev.schemasync.model.name.SqlText;

/** Reads {@code pg_class.relpartbound} as the server deparses it; there is no other way to it. */
final class PartitionBoundReader {
  private PartitionBoundReader() {}

  /**
   * The bound that a text says.
   *
   * @throws CatalogReadException if it is of an unknown form
   */
  static PartitionBound read(String text) throws CatalogReadException {
    DeparsedText bound = new DeparsedText(text);
    if (bound.accept("DEFAULT")) {
      return new PartitionBound.Default();
    }
    if (bound.accept("FOR VALUES")) {
      if (bound.accept("IN")) {
        return new PartitionBound.In(
            bound.parenthesized().stream().map(SqlText::new).collect(toImmutableList()));
      }
      if (bound.accept("FROM")) {
        ImmutableList<PartitionBound.Datum> from = data(bound);
        if (bound.accept("TO")) {
          return new PartitionBound.FromTo(from, data(bound));
        }
      }
      if (bound.accept("WITH")) {
        ImmutableList<String> items = bound.parenthesized();
        return new PartitionBound.Hash(
            number(items.getFirst(), "modulus"), number(items.getLast(), "remainder"));
      }
    }
    throw new CatalogReadException("a partition has a bound of an unknown form: " + text);
  }

  private static ImmutableList<PartitionBound.Datum> data(DeparsedText bound) {
    return bound.parenthesized().stream()
        .map(
            item ->
                switch (item) {
                  case "MINVALUE" -> new PartitionBound.Datum.MinValue();
                  case "MAXVALUE" -> new PartitionBound.Datum.MaxValue();
                  default -> new PartitionBound.Datum.Constant(new SqlText(item));
                })
        .collect(toImmutableList());
  }

  private static int number(String item, String keyword) throws CatalogReadException {
    DeparsedText text = new DeparsedText(item);
    if (!text.accept(keyword)) {
      throw new CatalogReadException("a hash partition's bound lacks " + keyword + ": " + item);
    }
    return Integer.parseInt(text.items().getFirst());
  }
}
