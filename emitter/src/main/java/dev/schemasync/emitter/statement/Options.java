package dev.schemasync.emitter.statement;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.SqlWriter;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The options of a statement that are there, in order. */
public final class Options {
  private final ImmutableList.Builder<Consumer<SqlWriter>> present = ImmutableList.builder();

  /** One that is always there. */
  public Options add(Consumer<SqlWriter> option) {
    present.add(option);
    return this;
  }

  /** One that is there under a condition. */
  public Options add(boolean condition, Consumer<SqlWriter> option) {
    return condition ? add(option) : this;
  }

  /** One that is there if it has a value. */
  public <T> Options add(Optional<T> value, BiConsumer<SqlWriter, T> option) {
    value.ifPresent(v -> add(w -> option.accept(w, v)));
    return this;
  }

  /** One of each of these. */
  public <T> Options addAll(Iterable<T> values, BiConsumer<SqlWriter, T> option) {
    values.forEach(v -> add(w -> option.accept(w, v)));
    return this;
  }

  /** All of them. */
  public ImmutableList<Consumer<SqlWriter>> build() {
    return present.build();
  }
}
