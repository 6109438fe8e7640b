package dev.schemasync.introspect.access;

import com.google.common.collect.ImmutableTable;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.introspect.query.Address;
import dev.schemasync.introspect.query.Answers;
import dev.schemasync.introspect.query.Query;
import dev.schemasync.introspect.query.Row;
import java.util.Optional;

/** The comments on objects and columns ({@code pg_description}). */
public final class Comments {
  private final ImmutableTable<Address, Integer, String> comments;

  private Comments(ImmutableTable<Address, Integer, String> comments) {
    this.comments = comments;
  }

  public static Comments read(Answers answers) throws CatalogReadException {
    ImmutableTable.Builder<Address, Integer, String> comments = ImmutableTable.builder();
    for (Row row : answers.rows(Query.COMMENT)) {
      comments.put(Address.of(row), row.integer("column_number"), row.text("comment"));
    }
    return new Comments(comments.buildOrThrow());
  }

  public Optional<String> of(Address address) {
    return Optional.ofNullable(comments.get(address, 0));
  }

  public Optional<String> ofColumn(long relation, int number) {
    return Optional.ofNullable(comments.get(Address.relation(relation), number));
  }
}
