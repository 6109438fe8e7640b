package dev.schemasync.planner.type;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.schemasync.model.catalog.Type.BaseType;
import dev.schemasync.model.catalog.Type.Support;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.server.Feature;
import dev.schemasync.model.server.ServerVersion;

/**
 * The subscripts of base types. Up to 13 a type of a fixed length has those of an array of its
 * elements, without a word; from 14 on a function gives them.
 */
public final class BaseTypeForms {
  private static final QualifiedName AS_ARRAY =
      QualifiedName.of("pg_catalog", "raw_array_subscript_handler");

  private BaseTypeForms() {}

  /** The type as a server of a version has it. */
  public static BaseType on(BaseType type, ServerVersion version) {
    if (!version.has(Feature.SUBSCRIPT_FUNCTIONS)) {
      return withoutSubscript(type);
    }
    return type.functions().containsKey(Support.SUBSCRIPT) || !isArray(type)
        ? type
        : type.withFunctions(
            ImmutableSortedMap.<Support, QualifiedName>naturalOrder()
                .putAll(type.functions())
                .put(Support.SUBSCRIPT, AS_ARRAY)
                .buildOrThrow());
  }

  private static BaseType withoutSubscript(BaseType type) {
    return type.functions().containsKey(Support.SUBSCRIPT)
        ? type.withFunctions(
            ImmutableSortedMap.copyOf(
                Maps.filterKeys(type.functions(), support -> support != Support.SUBSCRIPT)))
        : type;
  }

  /** Whether it has subscripts that a server without such functions does not give. */
  static boolean needsSubscript(BaseType type) {
    QualifiedName function = type.functions().get(Support.SUBSCRIPT);
    return function != null && !(function.equals(AS_ARRAY) && isArray(type));
  }

  private static boolean isArray(BaseType type) {
    return type.element().isPresent() && type.length() > 0 && !type.byValue();
  }
}
