package dev.schemasync.demo;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Compares source and shards on its own account: every catalog object by its definition, every
 * table by its rows.
 *
 * @param catalogs a line for each kind of object
 * @param tables a line for each published table
 */
record Verification(ImmutableList<Line> catalogs, ImmutableList<Line> tables) {

  /**
   * One thing compared.
   *
   * @param subject what
   * @param remark what there is to know of it
   * @param source how many the source has
   * @param shards how many each shard has
   * @param differences empty when all is as it should be
   */
  record Line(
      String subject,
      String remark,
      long source,
      ImmutableList<Long> shards,
      ImmutableList<String> differences) {}

  /** Compares. */
  static Verification of(Servers servers, ImmutableList<SampleTable> tables) throws SQLException {
    return new Verification(compareCatalogs(servers), compareTables(servers, tables));
  }

  /** All that differs. */
  ImmutableList<String> differences() {
    return ImmutableList.of(catalogs, tables).stream()
        .flatMap(ImmutableList::stream)
        .flatMap(line -> line.differences().stream())
        .collect(toImmutableList());
  }

  private static ImmutableList<Line> compareCatalogs(Servers servers) throws SQLException {
    Fingerprint source = Fingerprint.ofCopy(servers.source());
    ImmutableList<Fingerprint> shards = AtOnce.map(servers.shards(), Fingerprint::of);
    ImmutableSortedSet<String> kinds =
        shards.stream()
            .flatMap(shard -> Fingerprint.kinds(source, shard).stream())
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    return kinds.stream()
        .map(kind -> compareKind(kind, source, shards, servers))
        .collect(toImmutableList());
  }

  private static Line compareKind(
      String kind, Fingerprint source, ImmutableList<Fingerprint> shards, Servers servers) {
    return new Line(
        kind,
        source.digest(kind),
        source.of(kind).size(),
        shards.stream().map(shard -> (long) shard.of(kind).size()).collect(toImmutableList()),
        IntStream.range(0, shards.size())
            .boxed()
            .flatMap(
                number ->
                    source.differences(shards.get(number), kind).stream()
                        .map(text -> servers.shards().get(number).label() + ": " + text))
            .collect(toImmutableList()));
  }

  private static ImmutableList<Line> compareTables(
      Servers servers, ImmutableList<SampleTable> tables) throws SQLException {
    return AtOnce.map(tables, table -> compareTable(servers, table));
  }

  private static Line compareTable(Servers servers, SampleTable table) throws SQLException {
    ImmutableList.Builder<Long> counts = ImmutableList.builder();
    ImmutableList.Builder<String> differences = ImmutableList.builder();
    Contents together = Contents.NOTHING;
    try (Connection source = servers.source().connect()) {
      Contents all = Contents.of(source, table, "true");
      for (int number = 0; number < servers.shards().size(); number++) {
        Member shard = servers.shards().get(number);
        String condition = ShardingKey.condition(table, number, servers.shards().size());
        Contents wanted = Contents.of(source, table, condition);
        Contents found = contents(shard, table);
        counts.add(found.rows());
        together = together.plus(found);
        if (!found.equals(wanted)) {
          differences.add(
              "%s: %s has %s".formatted(shard.label(), table.sql(), found.comparedWith(wanted)));
        }
      }
      if (table.sharded() && !together.equals(all)) {
        differences.add("all shards: %s has %s".formatted(table.sql(), together.comparedWith(all)));
      }
      return new Line(
          table.sql(), table.placement(), all.rows(), counts.build(), differences.build());
    }
  }

  private static Contents contents(Member member, SampleTable table) throws SQLException {
    try (Connection connection = member.connect()) {
      return Contents.of(connection, table, "true");
    }
  }
}
