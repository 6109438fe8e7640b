package dev.schemasync.model.diff;

import com.google.common.collect.ImmutableList;
import dev.schemasync.model.catalog.ObjectId;

/** One way in which an actual catalog is not the desired one. */
public sealed interface Difference {
  /** What differs. */
  ObjectId object();

  /** The object is desired and not there. */
  record Missing(ObjectId object) implements Difference {
    @Override
    public String toString() {
      return "the " + object + " is missing";
    }
  }

  /** The object is there and not desired. */
  record Unexpected(ObjectId object) implements Difference {
    @Override
    public String toString() {
      return "the " + object + " is there, unasked";
    }
  }

  /**
   * A property has another value.
   *
   * @param path record components and names of list items from the object inwards, such as {@code
   *     columns}, {@code price}, {@code type}
   * @param alterable whether a step of its own can change it ({@link
   *     dev.schemasync.model.catalog.Alterable})
   */
  record Changed(
      ObjectId object, ImmutableList<String> path, String desired, String actual, boolean alterable)
      implements Difference {
    /** The path with dots between its parts, for people. */
    public String property() {
      return String.join(".", path);
    }

    @Override
    public String toString() {
      return "the " + object + " has the " + property() + " " + actual + " instead of " + desired;
    }
  }
}
