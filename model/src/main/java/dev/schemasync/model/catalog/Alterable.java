package dev.schemasync.model.catalog;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a catalog record that a step of its own brings to the desired value on an
 * object that exists already. All other components are the object's definition: where they differ,
 * the object on the shard is another one and the plan has a conflict.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Alterable {}
