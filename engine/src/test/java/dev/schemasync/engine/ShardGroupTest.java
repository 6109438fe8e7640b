package dev.schemasync.engine;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.schemasync.executor.Shard;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Snapshot;
import dev.schemasync.testkit.catalog.Snapshots;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which shards are as one. */
class ShardGroupTest {
  private static final ObjectId T = ObjectId.table(QualifiedName.of("app", "t"));
  private static final ObjectId U = ObjectId.table(QualifiedName.of("app", "u"));

  private static Snapshot holding(String column, ImmutableSortedMap<ObjectId, Long> sizes) {
    return Snapshots.of(
            catalogOf(
                table("app", "t").column(column, "int8"), table("app", "u").column("b", "int8")))
        .withRelationSizes(sizes);
  }

  private static ImmutableList<ShardGroup> groups(Snapshot... snapshots) {
    return ShardGroup.of(
        IntStream.range(0, snapshots.length)
            .mapToObj(
                i ->
                    new Shard(
                        i,
                        "shard " + i,
                        () -> {
                          throw new SQLException("nobody connects");
                        }))
            .toList(),
        List.of(snapshots));
  }

  /** What is done for all of them takes as long as where there is most to read. */
  @Test
  void aRelationIsAsLargeAsWhereItIsLargest() {
    ImmutableList<ShardGroup> groups =
        groups(
            holding("a", ImmutableSortedMap.of(T, 8L, U, 50L)),
            holding("other", ImmutableSortedMap.of(T, 1000L)),
            holding("a", ImmutableSortedMap.of(T, 90L, U, 0L)));
    assertThat(groups)
        .extracting(ShardGroup::numbers)
        .containsExactly(ImmutableList.of(0, 2), ImmutableList.of(1));
    assertThat(groups.getFirst().snapshot().relationSizes())
        .containsOnly(entry(T, 90L), entry(U, 50L));
    assertThat(groups.getLast().snapshot().relationSizes()).containsOnly(entry(T, 1000L));
  }
}
