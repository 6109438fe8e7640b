package dev.schemasync.model.diff;

import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.SqlText;

/**
 * What a destination server was shown to print for texts that are created there. Deparsed text is
 * not a fixpoint: {@code CHECK (s IN ('a'))} prints in one way, and that text, created again, in
 * another.
 *
 * @param printed by object and text, what the server prints for it
 */
public record TextEquivalence(ImmutableTable<ObjectId, SqlText, SqlText> printed) {
  /** No knowledge: texts are equal only if they are the same. */
  public static final TextEquivalence NONE = new TextEquivalence(ImmutableTable.of());

  /** The object with each text replaced by what the server prints for it, where that is known. */
  public <T extends CatalogObject> T canonical(T object) {
    var known = printed.row(object.id());
    return known.isEmpty() ? object : Texts.map(object, text -> known.getOrDefault(text, text));
  }
}
