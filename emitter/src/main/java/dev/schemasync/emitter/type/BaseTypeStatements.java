package dev.schemasync.emitter.type;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Options;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Base types (manual, "CREATE TYPE" and "ALTER TYPE"). */
final class BaseTypeStatements {
  private BaseTypeStatements() {}

  static SqlWriter create(SqlWriter sql, Type.BaseType type) {
    Options options =
        new Options()
            .add(w -> w.keyword("INPUT =").qualified(type.input()))
            .add(w -> w.keyword("OUTPUT =").qualified(type.output()));
    type.functions()
        .forEach((support, name) -> options.add(w -> function(w, support, Optional.of(name))));
    return sql.keyword("CREATE TYPE")
        .qualified(type.name())
        .block(
            options
                .add(w -> length(w, type.length()))
                .add(type.byValue(), w -> w.keyword("PASSEDBYVALUE"))
                .add(w -> w.keyword("ALIGNMENT =").word(type.alignment()))
                .add(w -> w.keyword("STORAGE =").word(type.storage()))
                .add(w -> w.keyword("CATEGORY =").literal(type.category()))
                .add(type.preferred(), w -> w.keyword("PREFERRED = true"))
                .add(type.defaultValue(), (w, value) -> w.keyword("DEFAULT =").literal(value))
                .add(type.element(), (w, element) -> w.keyword("ELEMENT =").type(element))
                .add(w -> w.keyword("DELIMITER =").literal(type.delimiter()))
                .add(type.collatable(), w -> w.keyword("COLLATABLE = true"))
                .build());
  }

  static SqlWriter set(SqlWriter sql, Step.SetTypeProperties step) {
    Options options = new Options();
    step.functions().forEach((support, name) -> options.add(w -> function(w, support, name)));
    options.add(step.storage(), (w, storage) -> w.keyword("STORAGE =").word(storage));
    return sql.keyword("ALTER TYPE")
        .qualified(step.type())
        .keyword("SET")
        .parenthesised(options.build(), (w, option) -> option.accept(w));
  }

  private static SqlWriter length(SqlWriter sql, int length) {
    sql.keyword("INTERNALLENGTH =");
    return length == -1 ? sql.keyword("VARIABLE") : sql.number(length);
  }

  private static SqlWriter function(
      SqlWriter sql, Type.Support support, Optional<QualifiedName> name) {
    // An underscore here is one in the grammar too.
    SqlWriter option =
        switch (support) {
          case RECEIVE -> sql.keyword("RECEIVE =");
          case SEND -> sql.keyword("SEND =");
          case TYPMOD_IN -> sql.keyword("TYPMOD_IN =");
          case TYPMOD_OUT -> sql.keyword("TYPMOD_OUT =");
          case ANALYZE -> sql.keyword("ANALYZE =");
          case SUBSCRIPT -> sql.keyword("SUBSCRIPT =");
        };
    return name.map(option::qualified).orElseGet(() -> option.keyword("NONE"));
  }
}
