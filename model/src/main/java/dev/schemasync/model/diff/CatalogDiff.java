package dev.schemasync.model.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Limited;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

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
      diff.walk(
          ImmutableList.of(),
          new Sides(texts.canonical(desired), texts.canonical(actual), desired, actual),
          false);
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
    return !desired.equals(actual)
        && !Texts.in(desired).equals(Texts.in(actual))
        && compare(blank(desired), blank(actual), TextEquivalence.NONE).stream()
            .allMatch(Difference.Changed::alterable);
  }

  /** What limits the steps that could remove a difference of an object, if something does. */
  public static Optional<Limited.To> limit(CatalogObject object, Difference.Changed change) {
    return object instanceof Record record
        ? Components.of(record).stream()
            .filter(component -> component.name().equals(change.path().getFirst()))
            .findFirst()
            .flatMap(Components.Component::limit)
        : Optional.empty();
  }

  private static CatalogObject blank(CatalogObject object) {
    return Texts.map(object, text -> BLANK);
  }

  /**
   * A value on both sides.
   *
   * @param desired as it is compared, with texts in the form that a server prints
   * @param desiredAsRead as people see it; of the same shape
   */
  private record Sides(Object desired, Object actual, Object desiredAsRead, Object actualAsRead) {
    Sides map(UnaryOperator<Object> inwards) {
      return new Sides(
          inwards.apply(desired),
          inwards.apply(actual),
          inwards.apply(desiredAsRead),
          inwards.apply(actualAsRead));
    }
  }

  private void walk(ImmutableList<String> path, Sides sides, boolean alterable) {
    Object desired = sides.desired();
    Object actual = sides.actual();
    if (desired.equals(actual)) {
      return;
    }
    if (desired instanceof Record left
        && left.getClass() == actual.getClass()
        && isStructure(left)) {
      for (Components.Component component : Components.of(left)) {
        walk(
            append(path, component.name()),
            sides.map(side -> component.get((Record) side)),
            alterable || component.alterable());
      }
    } else if (desired instanceof Optional<?> left
        && actual instanceof Optional<?> right
        && left.isPresent()
        && right.isPresent()) {
      walk(path, sides.map(side -> ((Optional<?>) side).orElseThrow()), alterable);
    } else if (desired instanceof List<?> left
        && actual instanceof List<?> right
        && sameNames(left, right)) {
      for (int i = 0; i < left.size(); i++) {
        int position = i;
        walk(
            append(path, nameOf(left.get(i)).orElseThrow().value()),
            sides.map(side -> ((List<?>) side).get(position)),
            alterable);
      }
    } else {
      add(path, sides.desiredAsRead(), sides.actualAsRead(), alterable);
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
    return !(record instanceof QualifiedName
            || record instanceof TypeRef
            || record instanceof Signature)
        && Components.of(record).size() > 1;
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
    return Components.of(record).stream()
        .filter(component -> component.name().equals("name"))
        .filter(component -> component.type() == Identifier.class)
        .map(component -> (Identifier) component.get(record))
        .findFirst();
  }
}
