package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** What queries that were asked together have returned. */
public record Answers(ImmutableMap<Query, ImmutableList<Row>> rows) {
  /** No question, no answer. */
  static final Answers NONE = new Answers(ImmutableMap.of());

  /** Whether a query was asked. */
  public boolean has(Query query) {
    return rows.containsKey(query);
  }

  /** All rows of a query that was asked, in its order. */
  public ImmutableList<Row> rows(Query query) {
    ImmutableList<Row> answer = rows.get(query);
    if (answer == null) {
      throw new IllegalStateException(query + " was not asked with the others");
    }
    return answer;
  }
}
