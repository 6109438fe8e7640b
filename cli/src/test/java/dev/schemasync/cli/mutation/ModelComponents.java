package dev.schemasync.cli.mutation;

import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.CatalogObject;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.UnsupportedObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** All records that objects of a catalog are made of, and their components. */
final class ModelComponents {
  private final Set<Class<?>> seen = new HashSet<>();
  private final Set<String> records = new TreeSet<>();
  private final Set<String> components = new TreeSet<>();
  private final Set<String> ofObjects = new TreeSet<>();

  private ModelComponents() {}

  /**
   * Their names: {@code Table} for a record that is an object, {@code
   * Column.Value.Default.expression} for a component. Names and texts are one value; what refers to
   * an object is not part of it.
   */
  static ImmutableSortedSet<String> all() {
    ModelComponents found = new ModelComponents();
    found.visit(CatalogObject.class);
    return ImmutableSortedSet.<String>naturalOrder()
        .addAll(found.records)
        .addAll(found.components)
        .addAll(found.ofObjects)
        .build();
  }

  /** Those that are components of an object itself, and not of a part of one. */
  static ImmutableSortedSet<String> ofObjects() {
    ModelComponents found = new ModelComponents();
    found.visit(CatalogObject.class);
    return ImmutableSortedSet.copyOf(found.ofObjects);
  }

  private void visit(Type type) {
    switch (type) {
      case ParameterizedType generic -> {
        for (Type argument : generic.getActualTypeArguments()) {
          visit(argument);
        }
      }
      case Class<?> plain when isPart(plain) && seen.add(plain) -> visitPart(plain);
      default -> {
        // The type of one value.
      }
    }
  }

  private void visitPart(Class<?> part) {
    if (part.isSealed()) {
      for (Class<?> permitted : part.getPermittedSubclasses()) {
        visit(permitted);
      }
    }
    if (part.isRecord()) {
      boolean isObject = CatalogObject.class.isAssignableFrom(part);
      if (isObject) {
        records.add(name(part));
      }
      for (RecordComponent component : part.getRecordComponents()) {
        (isObject ? ofObjects : components).add(name(part) + "." + component.getName());
        visit(component.getGenericType());
      }
    }
  }

  private static boolean isPart(Class<?> type) {
    return type.getPackage() == CatalogObject.class.getPackage()
        && type != UnsupportedObject.class
        && !ObjectId.class.isAssignableFrom(type)
        && !ObjectForm.class.isAssignableFrom(type);
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }
}
