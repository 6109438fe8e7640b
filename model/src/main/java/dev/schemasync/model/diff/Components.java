package dev.schemasync.model.diff;

import java.lang.reflect.RecordComponent;
import java.util.function.UnaryOperator;

/** Records seen as their components. */
final class Components {
  private Components() {}

  /** The value of a component. */
  static Object get(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + component, e);
    }
  }

  /** A record of the same class with each component mapped; the same one if nothing changed. */
  static Record rebuild(Record record, UnaryOperator<Object> mapping) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    boolean changed = false;
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      Object before = get(record, components[i]);
      values[i] = mapping.apply(before);
      changed |= !values[i].equals(before);
    }
    if (!changed) {
      return record;
    }
    try {
      return record.getClass().getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot rebuild " + record.getClass(), e);
    }
  }
}
