package dev.schemasync.model.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.Alterable;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Compares what should be with what is. */
public final class CatalogDiff {
  private static final SqlText BLANK = new SqlText("");

  private final ObjectId object;
  private final ImmutableList.Builder<Difference.Changed> found = ImmutableList.builder();

  private CatalogDiff(ObjectId object) {
    this.object = object;
  }

  /** Every difference between two catalogs, in order of identity. */
  public static ImmutableList<Difference> compare(
      Catalog desired, Catalog actual, TextEquivalence texts) {
    ImmutableList.Builder<Difference> all = ImmutableList.builder();
    for (ObjectId id :
        new TreeSet<>(Sets.union(desired.objects().keySet(), actual.objects().keySet()))) {
      Optional<CatalogObject> left = desired.find(id);
      Optional<CatalogObject> right = actual.find(id);
      if (left.isPresent() && right.isPresent()) {
        all.addAll(compare(left.get(), right.get(), texts));
      } else {
        all.add(left.isPresent() ? new Difference.Missing(id) : new Difference.Unexpected(id));
      }
    }
    return all.build();
  }

  /** The differences between two objects of the same identity, by component. */
  public static ImmutableList<Difference.Changed> compare(
      CatalogObject desired, CatalogObject actual, TextEquivalence texts) {
    if (desired.equals(actual)) {
      return ImmutableList.of();
    }
    CatalogDiff diff = new CatalogDiff(desired.id());
    if (desired.getClass() == actual.getClass()) {
      diff.walk(ImmutableList.of(), texts.canonical(desired), texts.canonical(actual), false);
    } else {
      diff.add(
          ImmutableList.of("kind"),
          desired.getClass().getSimpleName(),
          actual.getClass().getSimpleName(),
          false);
    }
    return diff.found.build();
  }

  /**
   * Whether the texts decide if two objects of the same identity are the same: nothing else differs
   * that no step can change.
   */
  public static boolean isOfTexts(CatalogObject desired, CatalogObject actual) {
    return !Texts.in(desired).equals(Texts.in(actual))
        && compare(blank(desired), blank(actual), TextEquivalence.NONE).stream()
            .allMatch(Difference.Changed::alterable);
  }

  private static CatalogObject blank(CatalogObject object) {
    return Texts.map(object, text -> BLANK);
  }

  private void walk(ImmutableList<String> path, Object desired, Object actual, boolean alterable) {
    if (desired.equals(actual)) {
      return;
    }
    if (desired instanceof Record left
        && actual instanceof Record right
        && left.getClass() == right.getClass()
        && isStructure(left)) {
      for (RecordComponent component : left.getClass().getRecordComponents()) {
        walk(
            append(path, component.getName()),
            Components.get(left, component),
            Components.get(right, component),
            alterable || component.isAnnotationPresent(Alterable.class));
      }
    } else if (desired instanceof Optional<?> left
        && actual instanceof Optional<?> right
        && left.isPresent()
        && right.isPresent()) {
      walk(path, left.get(), right.get(), alterable);
    } else if (desired instanceof List<?> left
        && actual instanceof List<?> right
        && sameNames(left, right)) {
      for (int i = 0; i < left.size(); i++) {
        walk(
            append(path, nameOf(left.get(i)).orElseThrow().value()),
            left.get(i),
            right.get(i),
            alterable);
      }
    } else {
      add(path, desired, actual, alterable);
    }
  }

  private void add(ImmutableList<String> path, Object desired, Object actual, boolean alterable) {
    found.add(
        new Difference.Changed(
            object, path, Describe.value(desired), Describe.value(actual), alterable));
  }

  private static ImmutableList<String> append(ImmutableList<String> path, String part) {
    return ImmutableList.<String>builder().addAll(path).add(part).build();
  }

  /** Whether a record is told apart by its components; a name or a type reads better whole. */
  private static boolean isStructure(Record record) {
    return !(record instanceof QualifiedName || record instanceof TypeRef)
        && record.getClass().getRecordComponents().length > 1;
  }

  /** Whether two lists hold named records, such as columns, of the same names in the same order. */
  private static boolean sameNames(List<?> left, List<?> right) {
    if (left.isEmpty() || left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      Optional<Identifier> name = nameOf(left.get(i));
      if (name.isEmpty() || !Objects.equals(name, nameOf(right.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Identifier> nameOf(Object value) {
    if (!(value instanceof Record record)) {
      return Optional.empty();
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals("name") && component.getType() == Identifier.class) {
        return Optional.of((Identifier) Components.get(record, component));
      }
    }
    return Optional.empty();
  }
}
