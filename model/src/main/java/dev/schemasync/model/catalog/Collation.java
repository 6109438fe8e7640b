package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import java.util.Optional;

/**
 * A collation ({@code pg_collation}) for the encoding of its database. The version that a server
 * records of its library is its own and no part of it.
 *
 * @param deterministic whether strings are equal only if their bytes are
 */
public record Collation(
    QualifiedName name,
    Provider provider,
    boolean deterministic,
    @Alterable Identifier owner,
    @Alterable Optional<String> comment)
    implements CatalogObject.Owned {
  @Override
  public ObjectId.InSchema id() {
    return new ObjectId.InSchema(ObjectKind.COLLATION, name);
  }

  /** {@code collprovider}: who compares, and by which locale. */
  public sealed interface Provider {
    /**
     * ICU.
     *
     * @param locale in words of ICU's; servers from 16 make a language tag of it
     * @param rules what is sorted in another way (servers from 16)
     */
    record Icu(SqlText locale, Optional<String> rules) implements Provider {}

    /**
     * The operating system's library.
     *
     * @param collate {@code LC_COLLATE}
     * @param ctype {@code LC_CTYPE}
     */
    record Libc(String collate, String ctype) implements Provider {}

    /** The server itself (servers from 17). */
    record Builtin(String locale) implements Provider {
      /** The locale that only servers from 18 have. */
      public static final String PG_UNICODE_FAST = "PG_UNICODE_FAST";
    }
  }
}
