package dev.schemasync.introspect;

import com.google.common.collect.ImmutableCollection;
import dev.schemasync.introspect.query.Retry;
import java.sql.SQLException;

/** The schema was changed while it was read. */
public final class SchemaChangedException extends SQLException {
  private static final long serialVersionUID = 1;

  private final String objects;
  private final boolean certain;

  SchemaChangedException(ImmutableCollection<String> objects) {
    this(objects, true);
  }

  private SchemaChangedException(ImmutableCollection<String> objects, boolean certain) {
    super(
        ("the schema was changed each of the %d times that it was read, at last %s; run again when"
                + " nobody changes it")
            .formatted(Retry.ATTEMPTS, String.join(", ", objects)),
        "40001");
    this.objects = String.join(", ", objects);
    this.certain = certain;
  }

  /** For objects that are as they were, but may have been otherwise for a moment. */
  static SchemaChangedException perhaps(ImmutableCollection<String> objects) {
    return new SchemaChangedException(objects, false);
  }

  /** Whether a change was seen. */
  boolean certain() {
    return certain;
  }

  /** What was changed, for messages. */
  String objects() {
    return objects;
  }
}
