package dev.schemasync.introspect.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.schemasync.introspect.CatalogReadException;
import dev.schemasync.model.name.IntervalFields;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeModifier;
import java.util.Optional;

/** Decodes {@code atttypmod}, as the output functions of the built-in types do. */
final class TypeModifiers {
  /** Lengths are kept with the four bytes of a varlena header added. */
  private static final int HEADER = 4;

  private static final int FULL_PRECISION = 0xFFFF;
  private static final int FULL_RANGE = 0x7FFF;

  private static final int YEAR = 1 << 2;
  private static final int MONTH = 1 << 1;
  private static final int DAY = 1 << 3;
  private static final int HOUR = 1 << 10;
  private static final int MINUTE = 1 << 11;
  private static final int SECOND = 1 << 12;

  private static final ImmutableMap<Integer, IntervalFields> RANGES =
      ImmutableMap.<Integer, IntervalFields>builder()
          .put(YEAR, IntervalFields.YEAR)
          .put(MONTH, IntervalFields.MONTH)
          .put(DAY, IntervalFields.DAY)
          .put(HOUR, IntervalFields.HOUR)
          .put(MINUTE, IntervalFields.MINUTE)
          .put(SECOND, IntervalFields.SECOND)
          .put(YEAR | MONTH, IntervalFields.YEAR_TO_MONTH)
          .put(DAY | HOUR, IntervalFields.DAY_TO_HOUR)
          .put(DAY | HOUR | MINUTE, IntervalFields.DAY_TO_MINUTE)
          .put(DAY | HOUR | MINUTE | SECOND, IntervalFields.DAY_TO_SECOND)
          .put(HOUR | MINUTE, IntervalFields.HOUR_TO_MINUTE)
          .put(HOUR | MINUTE | SECOND, IntervalFields.HOUR_TO_SECOND)
          .put(MINUTE | SECOND, IntervalFields.MINUTE_TO_SECOND)
          .buildOrThrow();

  private TypeModifiers() {}

  /**
   * The modifier of a use of a type.
   *
   * @param type the type, or the element type of an array
   * @param modifier as the catalogs hold it; -1 for none
   * @param arguments what the type's own output function makes of it, if it is not built in
   */
  static TypeModifier decode(QualifiedName type, int modifier, ImmutableList<String> arguments)
      throws CatalogReadException {
    if (modifier < 0) {
      return new TypeModifier.None();
    }
    if (!type.isSystem()) {
      return arguments.isEmpty() ? new TypeModifier.None() : new TypeModifier.Arguments(arguments);
    }
    return switch (type.name().value()) {
      case "varchar", "bpchar" -> arguments(modifier - HEADER);
      case "bit", "varbit", "time", "timetz", "timestamp", "timestamptz" -> arguments(modifier);
      case "numeric" -> numeric(modifier - HEADER);
      case "interval" -> interval(modifier);
      default ->
          throw new CatalogReadException(
              ("the built-in type %s has a modifier, %d, that is not known; if the server is newer"
                      + " than the supported versions, a newer release of this program may know"
                      + " it")
                  .formatted(type.name(), modifier));
    };
  }

  /** The scale is a signed number of eleven bits. */
  private static TypeModifier numeric(int packed) {
    int scale = ((packed & 0x7FF) ^ 0x400) - 0x400;
    return arguments(packed >>> 16, scale);
  }

  private static TypeModifier interval(int packed) throws CatalogReadException {
    int precision = packed & FULL_PRECISION;
    int range = packed >>> 16 & FULL_RANGE;
    Optional<IntervalFields> fields = Optional.ofNullable(RANGES.get(range));
    if (fields.isEmpty() && range != FULL_RANGE) {
      throw new CatalogReadException("interval with unknown fields, modifier " + packed);
    }
    return new TypeModifier.Interval(
        fields, precision == FULL_PRECISION ? Optional.empty() : Optional.of(precision));
  }

  private static TypeModifier arguments(int... values) {
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    for (int value : values) {
      arguments.add(Integer.toString(value));
    }
    return new TypeModifier.Arguments(arguments.build());
  }
}
