package dev.schemasync.executor;

import static com.google.common.base.Preconditions.checkArgument;

import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Statement;

/**
 * What to run on one shard. Each statement's number must be its position, and what it runs after
 * must come before it; otherwise an {@link IllegalArgumentException} is thrown.
 */
public record ShardScript(Shard shard, Script script) {
  public ShardScript {
    int position = 0;
    for (Statement statement : script.statements()) {
      checkArgument(
          statement.number() == position,
          "statement %s is at position %s",
          statement.number(),
          position);
      checkArgument(
          statement.after().isEmpty()
              || (statement.after().first() >= 0 && statement.after().last() < position),
          "statement %s runs after %s, which is not before it",
          position,
          statement.after());
      position++;
    }
  }
}
