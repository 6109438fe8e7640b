package dev.schemasync.model.diff;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import com.google.common.collect.TreeBasedTable;
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

  /** What either of two knows; the first wins. */
  public TextEquivalence and(TextEquivalence other) {
    Table<ObjectId, SqlText, SqlText> both =
        TreeBasedTable.create(naturalOrder(), comparing(SqlText::text));
    both.putAll(other.printed);
    both.putAll(printed);
    return new TextEquivalence(ImmutableTable.copyOf(both));
  }
}
