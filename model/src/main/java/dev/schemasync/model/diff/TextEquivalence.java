package dev.schemasync.model.diff;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableTable;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.SqlText;

/**
 * What a destination server was shown to print for texts that are created there. Deparsed text is
 * not a fixpoint: {@code CHECK (s IN ('a'))} prints in one way, and that text, created again, in
 * another.
 *
 * @param printed by object and text, what the server prints for it: two texts that it prints alike
 *     are the same
 * @param unproved objects whose texts the server could not be asked about, and why
 */
public record TextEquivalence(
    ImmutableTable<ObjectId, SqlText, SqlText> printed,
    ImmutableSortedMap<ObjectId, String> unproved) {
  /** No knowledge: texts are equal only if they are the same. */
  public static final TextEquivalence NONE =
      new TextEquivalence(ImmutableTable.of(), ImmutableSortedMap.of());

  /** Knowledge without gaps. */
  public static TextEquivalence of(ImmutableTable<ObjectId, SqlText, SqlText> printed) {
    return new TextEquivalence(printed, ImmutableSortedMap.of());
  }

  /** The object with each text replaced by what the server prints for it, where that is known. */
  public <T extends CatalogObject> T canonical(T object) {
    var known = printed.row(object.id());
    return known.isEmpty() ? object : Texts.map(object, text -> known.getOrDefault(text, text));
  }
}
