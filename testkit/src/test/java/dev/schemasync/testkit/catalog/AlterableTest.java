package dev.schemasync.testkit.catalog;

import static dev.schemasync.testkit.catalog.CatalogBuilder.catalogOf;
import static dev.schemasync.testkit.catalog.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.catalog.Alterable;
import dev.schemasync.model.catalog.Catalog;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.Column;
import dev.schemasync.model.diff.CatalogDiff;
import dev.schemasync.model.diff.Difference;
import dev.schemasync.model.diff.TextEquivalence;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.TypeRef;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;

/** Components that may change are found by the comparison, however deep they are. */
class AlterableTest {
  @Example
  void aComponentInsideAnOptionalIsAlterable() {
    assertThat(
            CatalogDiff.compare(
                withNotNull(Column.NotNull.PLAIN),
                withNotNull(new Column.NotNull(Optional.empty(), false, true, false)),
                TextEquivalence.NONE))
        .singleElement()
        .isInstanceOfSatisfying(
            Difference.Changed.class,
            changed -> {
              assertThat(changed.property()).isEqualTo("columns.a.notNull.validated");
              assertThat(changed.alterable()).isTrue();
            });
  }

  /**
   * The comparison goes into records of several components, into what an Optional holds, and into
   * lists whose items have names. An alterable component anywhere else would never be reached.
   */
  @Example
  void everyAlterableComponentIsReached() {
    Set<String> unreached = new TreeSet<>();
    search(CatalogObject.class, true, new HashSet<>(), unreached);
    assertThat(unreached).isEmpty();
  }

  private static void search(
      Type type, boolean reached, Set<Map.Entry<Type, Boolean>> seen, Set<String> unreached) {
    if (!seen.add(Map.entry(type, reached))) {
      return;
    }
    if (type instanceof ParameterizedType of) {
      Class<?> container = (Class<?>) of.getRawType();
      for (Type argument : of.getActualTypeArguments()) {
        boolean inside =
            container == Optional.class
                || (List.class.isAssignableFrom(container) && isNamed(argument));
        search(argument, reached && inside, seen, unreached);
      }
    } else if (type instanceof Class<?> known && known.isSealed()) {
      for (Class<?> alternative : known.getPermittedSubclasses()) {
        search(alternative, reached, seen, unreached);
      }
    } else if (type instanceof Class<?> known && known.isRecord()) {
      boolean inside = reached && known.getRecordComponents().length > 1;
      for (RecordComponent component : known.getRecordComponents()) {
        if (component.isAnnotationPresent(Alterable.class) && !inside) {
          unreached.add(known.getSimpleName() + "." + component.getName());
        }
        search(component.getGenericType(), inside, seen, unreached);
      }
    }
  }

  private static boolean isNamed(Type item) {
    return item instanceof Class<?> known
        && known.isRecord()
        && Arrays.stream(known.getRecordComponents())
            .anyMatch(c -> c.getName().equals("name") && c.getType() == Identifier.class);
  }

  /** The search would find one that is hidden in a map. */
  @Example
  void whatIsHiddenIsFound() {
    Set<String> unreached = new TreeSet<>();
    search(Hiding.class, true, new HashSet<>(), unreached);
    assertThat(unreached).containsExactly("Hidden.value");
  }

  private record Hidden(int number, @Alterable int value) {}

  private record Hiding(int number, ImmutableMap<String, Hidden> items) {}

  private static Catalog withNotNull(Column.NotNull notNull) {
    return catalogOf(
        table("app", "t")
            .column(new ColumnBuilder("a", TypeRef.builtIn("int8")).notNull(notNull).build()));
  }
}
