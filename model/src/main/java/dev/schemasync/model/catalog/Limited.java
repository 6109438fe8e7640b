package dev.schemasync.model.catalog;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an object in which steps can change what is {@link Alterable}, but not
 * everything into everything: the planner knows the limits of each kind.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Limited {
  /** What the component is to its object. */
  To value();

  /** What a component can be to an object. */
  enum To {
    /** Its place: under a parent, or with an owner. It can take one, but not leave it. */
    PLACE,
    /** Parts of it, which may come and change in their own ways. */
    PARTS,
    /** A choice that can be made, but not taken back. */
    CHOICE
  }
}
