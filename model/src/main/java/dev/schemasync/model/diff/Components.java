package dev.schemasync.model.diff;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.Alterable;
import dev.schemasync.model.catalog.Limited;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Records seen as their components; what a class has is asked for once. */
final class Components {
  private static final ClassValue<ImmutableList<Component>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected ImmutableList<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents())
              .map(Component::of)
              .collect(ImmutableList.toImmutableList());
        }
      };

  private static final ClassValue<Constructor<?>> CONSTRUCTORS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          try {
            return type.getConstructor(
                of(type).stream().map(Component::type).toArray(Class<?>[]::new));
          } catch (NoSuchMethodException e) {
            throw new LinkageError("cannot rebuild " + type, e);
          }
        }
      };

  /**
   * A component of a record class.
   *
   * @param alterable whether a step of its own can change it
   * @param limit what limits such changes, if something does
   */
  record Component(
      String name, Class<?> type, Method accessor, boolean alterable, Optional<Limited.To> limit) {
    private static Component of(RecordComponent component) {
      return new Component(
          component.getName(),
          component.getType(),
          component.getAccessor(),
          component.isAnnotationPresent(Alterable.class),
          Optional.ofNullable(component.getAnnotation(Limited.class)).map(Limited::value));
    }

    /** The value of the component. */
    Object get(Record record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("cannot read " + this, e);
      }
    }
  }

  private Components() {}

  /** The components of a record. */
  static ImmutableList<Component> of(Record record) {
    return of(record.getClass());
  }

  private static ImmutableList<Component> of(Class<?> type) {
    return COMPONENTS.get(type);
  }

  /** A record of the same class with each component mapped; the same one if nothing changed. */
  static Record rebuild(Record record, UnaryOperator<Object> mapping) {
    ImmutableList<Component> components = of(record);
    Object[] values = new Object[components.size()];
    boolean changed = false;
    for (int i = 0; i < values.length; i++) {
      Object before = components.get(i).get(record);
      values[i] = mapping.apply(before);
      changed |= !values[i].equals(before);
    }
    if (!changed) {
      return record;
    }
    try {
      return (Record) CONSTRUCTORS.get(record.getClass()).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot rebuild " + record.getClass(), e);
    }
  }
}
