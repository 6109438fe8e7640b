package dev.schemasync.model.plan;

import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Rule;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.SqlText;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/**
 * A text that a server is to read and print again. It is made part of an object of its own, which
 * names the same objects as the text does where it belongs.
 *
 * @param name of the object that is made
 * @param object whose text it is
 */
public record Probe(QualifiedName name, ObjectId object, SqlText text, Context context) {
  /** The temporary schema of a session, by the name that means it everywhere. */
  public static final Identifier TEMPORARY_SCHEMA = Identifier.of("pg_temp");

  /** The name of the object that the probe of this number makes. */
  public static Identifier name(int number) {
    return Identifier.of("schemasync_probe_" + number);
  }

  /** The view that stands for the relation of a rule, which belongs to one relation. */
  public QualifiedName rows() {
    return new QualifiedName(name.schema(), Identifier.of("rows_of_" + name.name()));
  }

  /** What a text is and may name. */
  public sealed interface Context {
    /** An expression that names no columns. */
    record Alone() implements Context {}

    /** An expression over a row of a relation, or over the row as a whole. */
    record Row(QualifiedName relation) implements Context {}

    /** An expression over a row before and after a change ({@code OLD}, {@code NEW}). */
    record Rows(QualifiedName relation) implements Context {}

    /** What a rule of a relation does. */
    record Action(QualifiedName relation, Rule.Event event) implements Context {}

    /** An expression over the {@code VALUE} of a domain. */
    record Value(TypeRef type, Optional<QualifiedName> collation) implements Context {}

    /** The locale of an ICU collation, which is made anew under the name of the probe. */
    record Locale() implements Context {}

    /** A whole query. */
    record Query() implements Context {}

    /** The SQL-standard body of a routine, which is made anew under the name of the probe. */
    record Body(Routine routine) implements Context {}
  }
}
