package dev.schemasync.model.diff;

import dev.schemasync.model.catalog.ObjectId;

/** One way in which an actual catalog is not the desired one. */
public sealed interface Difference {
  /** What differs. */
  ObjectId object();

  /** The object is desired and not there. */
  record Missing(ObjectId object) implements Difference {}

  /** The object is there and not desired. */
  record Unexpected(ObjectId object) implements Difference {}

  /**
   * A property has another value.
   *
   * @param property path of record components, such as {@code columns.price.type}
   * @param alterable whether a step of its own can change it ({@link
   *     dev.schemasync.model.catalog.Alterable})
   */
  record Changed(ObjectId object, String property, String desired, String actual, boolean alterable)
      implements Difference {}
}
