package dev.schemasync.model.name;

/** The field restrictions of {@code interval} (manual, "Date/Time Types"). */
public enum IntervalFields {
  YEAR,
  MONTH,
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  YEAR_TO_MONTH,
  DAY_TO_HOUR,
  DAY_TO_MINUTE,
  DAY_TO_SECOND,
  HOUR_TO_MINUTE,
  HOUR_TO_SECOND,
  MINUTE_TO_SECOND
}
