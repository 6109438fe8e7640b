package dev.schemasync.emitter.statement;

import com.google.common.collect.ImmutableList;
import dev.schemasync.emitter.sql.OneLine;
import dev.schemasync.emitter.sql.Rejection;
import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.model.catalog.ObjectForm;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.util.Optional;

/** How a statement names an object that exists: its kind, then its name. */
public final class ObjectReference {
  private ObjectReference() {}

  /** As ALTER and COMMENT ON name it. */
  public static SqlWriter write(SqlWriter sql, ObjectId id) {
    return name(kind(sql, id), id);
  }

  private static SqlWriter kind(SqlWriter sql, ObjectId id) {
    return KindSyntax.of(id.kind()).reference().map(sql::word).orElseThrow(() -> cannotName(id));
  }

  /** The name alone. */
  public static SqlWriter name(SqlWriter sql, ObjectId id) {
    return switch (id) {
      case ObjectId.Global(var kind, var name) -> sql.identifier(name);
      case ObjectId.InSchema(var kind, var name) -> sql.qualified(name);
      case ObjectId.Routine routine ->
          sql.qualified(routine.name()).arguments(w -> signature(w, routine));
      case ObjectId.Part part -> part(sql, part);
      case ObjectId.Formed formed -> form(sql, formed);
      case ObjectId.Unmodelled unmodelled -> throw cannotName(id);
    };
  }

  private static SqlWriter part(SqlWriter sql, ObjectId.Part part) {
    return part.kind() == ObjectKind.COLUMN
        ? sql.column(relation(part), part.name())
        : sql.identifier(part.name())
            .keyword("ON")
            .when(part.of().kind() == ObjectKind.DOMAIN, w -> w.keyword("DOMAIN"))
            .qualified(relation(part));
  }

  private static SqlWriter form(SqlWriter sql, ObjectId.Formed formed) {
    return switch (formed.form()) {
      case ObjectForm.Cast(var source, var target) ->
          sql.parenthesised(w -> w.type(source).keyword("AS").type(target));
      case ObjectForm.Operator(var name, var left, var right) ->
          sql.operatorName(name)
              .parenthesised(ImmutableList.of(left, right), ObjectReference::operand);
      case ObjectForm.OfMethod(var name, var method) ->
          sql.qualified(name).keyword("USING").identifier(method);
      case ObjectForm.OfFamily o -> throw cannotName(formed);
      case ObjectForm.UserMapping u -> throw cannotName(formed);
      case ObjectForm.DefaultsOf d -> throw cannotName(formed);
      case ObjectForm.Transform(var type, var language) ->
          sql.keyword("FOR").type(type).keyword("LANGUAGE").identifier(language);
      case ObjectForm.AclOf a -> throw cannotName(formed);
      case ObjectForm.OfExtension e -> throw cannotName(formed);
    };
  }

  /** The name of what a part belongs to. */
  public static QualifiedName relation(ObjectId.Part part) {
    return switch (part.of()) {
      case ObjectId.InSchema(var kind, var name) -> name;
      case ObjectId.Global g -> throw cannotName(part);
      case ObjectId.Routine r -> throw cannotName(part);
      case ObjectId.Part p -> throw cannotName(part);
      case ObjectId.Formed f -> throw cannotName(part);
      case ObjectId.Unmodelled u -> throw cannotName(part);
    };
  }

  /** The arguments that tell a routine from its namesakes. */
  private static SqlWriter signature(SqlWriter sql, ObjectId.Routine routine) {
    if (routine.kind() == ObjectKind.AGGREGATE && routine.arguments().isEmpty()) {
      return sql.keyword("*");
    }
    // Without a mode the types could also be those of all arguments, outputs included.
    return routine.kind() == ObjectKind.PROCEDURE
        ? sql.list(routine.arguments(), ObjectReference::input)
        : sql.list(routine.arguments(), SqlWriter::type);
  }

  private static void operand(SqlWriter sql, Optional<TypeRef> type) {
    type.ifPresentOrElse(sql::type, () -> sql.keyword("NONE"));
  }

  private static void input(SqlWriter sql, TypeRef type) {
    sql.keyword("IN").type(type);
  }

  private static Rejection cannotName(ObjectId id) {
    return new Rejection("no statement can name the " + OneLine.of(id.toString()));
  }
}
