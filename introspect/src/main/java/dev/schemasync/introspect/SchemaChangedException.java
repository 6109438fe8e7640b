package dev.schemasync.introspect;

import com.google.common.collect.ImmutableCollection;
import java.sql.SQLException;

/** The schema was changed while it was read. */
public final class SchemaChangedException extends SQLException {
  private static final long serialVersionUID = 1;

  private final String objects;

  SchemaChangedException(ImmutableCollection<String> objects) {
    super(
        ("the schema was changed each of the %d times that it was read, at last %s; run again when"
                + " nobody changes it")
            .formatted(Retry.ATTEMPTS, String.join(", ", objects)),
        "40001");
    this.objects = String.join(", ", objects);
  }

  /** What was changed, for messages. */
  String objects() {
    return objects;
  }
}
