package dev.schemasync.planner;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Lists;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.diff.Texts;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.plan.Plan;
import dev.schemasync.model.server.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a shard's server prints for texts that differ between source and shard. The
 * objects whose texts differ are made once more in scratch schemas, in a transaction that the
 * caller rolls back, and read again: what the server prints there is what it would print for them
 * in place.
 */
public final class TextProbe {
  /** An object whose texts are to be printed, and the copy of it in a scratch schema. */
  private record Copy(ObjectId original, ScratchCopy scratch) {}

  private final Snapshot actual;
  private final ImmutableList<Copy> copies;

  private TextProbe(Snapshot actual, ImmutableList<Copy> copies) {
    this.actual = actual;
    this.copies = copies;
  }

  /** The probe for everything that source and shard say in other words. */
  public static TextProbe of(Desired desired, Snapshot actual) {
    Identifier owner = actual.server().user().name();
    ImmutableList.Builder<Copy> copies = ImmutableList.builder();
    int schemas = 0;
    for (CatalogObject wanted : desired.catalog().all()) {
      Optional<CatalogObject> present = actual.catalog().find(wanted.id());
      if (present.isPresent() && differInTexts(wanted, present.get())) {
        ScratchCopy.of(wanted, desired.catalog(), scratchSchema(schemas++), owner)
            .ifPresent(scratch -> copies.add(new Copy(wanted.id(), scratch)));
        ScratchCopy.of(present.get(), actual.catalog(), scratchSchema(schemas++), owner)
            .ifPresent(scratch -> copies.add(new Copy(wanted.id(), scratch)));
      }
    }
    return new TextProbe(actual, copies.build());
  }

  private static Identifier scratchSchema(int number) {
    return Identifier.of("schemasync_probe_" + number);
  }

  /**
   * Whether the texts decide if two objects are the same; a definition that differs decides alone.
   */
  private static boolean differInTexts(CatalogObject wanted, CatalogObject present) {
    return !Texts.in(wanted).equals(Texts.in(present))
        && CatalogDiff.compare(blank(wanted), blank(present), TextEquivalence.NONE).stream()
            .allMatch(Difference.Changed::alterable);
  }

  private static CatalogObject blank(CatalogObject object) {
    return Texts.map(object, text -> new SqlText(""));
  }

  /** Whether there is nothing to find out. */
  public boolean isEmpty() {
    return copies.isEmpty();
  }

  /** How many objects are to be made. */
  public int size() {
    return copies.size();
  }

  /** The same in parts of at most so many objects: small enough for one transaction's locks. */
  public ImmutableList<TextProbe> parts(int size) {
    return Lists.partition(copies, size).stream()
        .map(part -> new TextProbe(actual, ImmutableList.copyOf(part)))
        .collect(toImmutableList());
  }

  /** The steps that make the copies; everything they need besides is on the shard. */
  public Plan plan() {
    List<CatalogObject> objects = new ArrayList<>();
    copies.forEach(copy -> objects.addAll(copy.scratch().objects()));
    Desired desired =
        new Desired(
            Catalog.of(objects, ImmutableSetMultimap.of()),
            ImmutableSortedSet.of(),
            ImmutableSortedMap.of(),
            ImmutableSortedSet.of(),
            ImmutableSortedMap.of(),
            ImmutableList.of());
    return Planner.plan(
            desired, actual, TextEquivalence.NONE, new PlanOptions(Stage.PRE_DATA, false))
        .plan();
  }

  /** What the server printed for each text, read from the catalog that holds the copies. */
  public TextEquivalence read(Catalog withCopies) {
    Map<ObjectId, Map<SqlText, SqlText>> known = new LinkedHashMap<>();
    for (Copy copy : copies) {
      CatalogObject subject = copy.scratch().subject();
      ImmutableList<SqlText> given = Texts.in(subject);
      ImmutableList<SqlText> got =
          withCopies.find(subject.id()).map(Texts::in).orElse(ImmutableList.of());
      if (given.size() == got.size()) {
        Map<SqlText, SqlText> texts =
            known.computeIfAbsent(copy.original(), id -> new LinkedHashMap<>());
        for (int i = 0; i < given.size(); i++) {
          texts.putIfAbsent(given.get(i), got.get(i));
        }
      }
    }
    ImmutableTable.Builder<ObjectId, SqlText, SqlText> printed = ImmutableTable.builder();
    known.forEach((id, texts) -> texts.forEach((from, to) -> printed.put(id, from, to)));
    return new TextEquivalence(printed.buildOrThrow());
  }
}
