package dev.schemasync.introspect.relation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.introspect.kind.ObjectIndex;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.ReadTransaction;
import dev.schemasync.introspect.query.Retry;
import dev.schemasync.introspect.query.Row;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Snapshot.SequenceValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads the values of sequences, of those that the user may read and that can be read safely. They
 * belong to no snapshot anyway, so they are read after it, in transactions of their own: each keeps
 * its locks only for a chunk.
 *
 * @param hidden the sequences that the user may not read
 */
public record SequenceValues(
    ImmutableSortedMap<QualifiedName, SequenceValue> known,
    ImmutableSortedSet<QualifiedName> hidden) {
  private static final String AFTER = "introspect.after";

  /** The values of the sequences in the index. */
  public static SequenceValues read(Connection connection, int major, ObjectIndex index)
      throws SQLException {
    ImmutableSortedMap.Builder<QualifiedName, SequenceValue> values =
        ImmutableSortedMap.naturalOrder();
    ImmutableSortedSet.Builder<QualifiedName> hidden = ImmutableSortedSet.naturalOrder();
    for (ImmutableList<Row> chunk = chunk(connection, major, "0");
        !chunk.isEmpty();
        chunk = following(connection, major, chunk.getLast())) {
      for (Row row : chunk) {
        Optional<ObjectId.InSchema> sequence = index.relation(row.oid("oid"));
        Optional<Long> last = row.optionalBigint("last_value");
        if (sequence.isPresent() && !row.bool("permitted")) {
          hidden.add(sequence.get().name());
        }
        if (sequence.isPresent() && last.isPresent()) {
          values.put(sequence.get().name(), new SequenceValue(last.get(), row.bool("is_called")));
        }
      }
    }
    return new SequenceValues(values.buildOrThrow(), hidden.build());
  }

  private static ImmutableList<Row> following(Connection connection, int major, Row last)
      throws SQLException {
    return last.bool("more")
        ? chunk(connection, major, Long.toString(last.oid("oid")))
        : ImmutableList.of();
  }

  private static ImmutableList<Row> chunk(Connection connection, int major, String after)
      throws SQLException {
    // A sequence that is dropped right now fails the query; the next does not know it.
    return Retry.onChange(
        () ->
            ReadTransaction.ask(
                connection, major, Query.SEQUENCE_VALUE, ImmutableMap.of(AFTER, after)),
        _ -> {});
  }
}
