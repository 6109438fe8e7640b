package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.introspect.CatalogReadException;

/** The OIDs of objects that can be deparsed together without filling the server's lock table. */
public final class LockChunks {
  private static final String AFTER = "introspect.after";
  private static final String UPTO = "introspect.upto";

  /** For what deparses nothing. */
  public static final LockChunks NONE = new LockChunks(ImmutableListMultimap.of());

  private final ImmutableListMultimap<String, String> ends;

  private LockChunks(ImmutableListMultimap<String, String> ends) {
    this.ends = ends;
  }

  public static LockChunks read(Answers answers) throws CatalogReadException {
    ImmutableListMultimap.Builder<String, String> ends = ImmutableListMultimap.builder();
    for (Row row : answers.rows(Query.LOCK_CHUNK)) {
      ends.put(row.text("catalog"), Long.toString(row.oid("upto")));
    }
    return new LockChunks(ends.build());
  }

  /** The parameters of each chunk; together they leave no OID out. */
  ImmutableList<ImmutableMap<String, String>> of(String catalog) {
    ImmutableList.Builder<ImmutableMap<String, String>> chunks = ImmutableList.builder();
    String after = "0";
    ImmutableList<String> known = ends.get(catalog);
    // The last has no end: beyond are only objects that lock nothing.
    for (String end : known.subList(0, Math.max(0, known.size() - 1))) {
      chunks.add(ImmutableMap.of(AFTER, after, UPTO, end));
      after = end;
    }
    return chunks.add(ImmutableMap.of(AFTER, after)).build();
  }
}
