package dev.schemasync.engine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.finding.Finding;
import dev.schemasync.model.server.Snapshot;
import java.util.concurrent.Callable;

/**
 * The shards that are read.
 *
 * @param shards what each holds, by number
 * @param findings what is to be known of the servers that answered
 */
record Source(ImmutableList<Snapshot> shards, ImmutableList<Finding> findings) {
  /** Reads every shard, from its primary where the stage sets sequence values. */
  static Source read(
      Origin cluster, Stage stage, OpenConnections connections, SnapshotReader reader)
      throws SyncException {
    ImmutableList<SourceShard.Answer> answers =
        SnapshotReader.all(
            cluster.shards().stream()
                .map(
                    shard ->
                        (Callable<SourceShard.Answer>)
                            new SourceShard(shard, stage, connections, reader)::read)
                .collect(toImmutableList()));
    return new Source(
        answers.stream().map(SourceShard.Answer::snapshot).collect(toImmutableList()),
        answers.stream().flatMap(answer -> answer.finding().stream()).collect(toImmutableList()));
  }

  /** The shard whose schema stands for that of all. */
  Snapshot first() {
    return shards.getFirst();
  }
}
