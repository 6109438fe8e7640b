package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.Language;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Transform;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;
import dev.schemasync.model.name.TypeRef;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Languages and transforms of the sample. */
final class SampleLanguages {
  private static final Identifier SQL = Identifier.of("sql");
  private static final Optional<String> COMMENT = Optional.of("it's for values");

  private SampleLanguages() {}

  static void add(Sample s) {
    language(s, "bare", false, Optional.empty(), Optional.empty());
    language(s, "run", false, system("plpgsql_inline_handler"), Optional.empty());
    language(s, "full", true, system("plpgsql_inline_handler"), system("plpgsql_validator"));
    Language trusted = language(s, "checked", true, Optional.empty(), system("plpgsql_validator"));
    s.pre(new Step.SetOwner(trusted.id(), ROLE));
    s.pre(new Step.SetComment(trusted.id(), COMMENT));
    s.pre(
        new Step.GrantPrivileges(
            trusted.id(),
            ImmutableSortedSet.of(Privilege.USAGE),
            new Grantee.Role(ROLE),
            true,
            Optional.empty()));
    s.pre(
        new Step.RevokePrivileges(
            trusted.id(),
            ImmutableSortedSet.of(Privilege.USAGE),
            new Grantee.Everybody(),
            Optional.empty()));
    transform(s, "int4", SQL, function("prsd_lextype"), function("int4recv"));
    transform(s, "date", trusted.name(), function("prsd_lextype"), Optional.empty());
    transform(s, "int4", trusted.name(), Optional.empty(), function("int4recv"));
  }

  private static Language language(
      Sample s,
      String name,
      boolean trusted,
      Optional<QualifiedName> inline,
      Optional<QualifiedName> validator) {
    Language language =
        new Language(
            s.names.id(name),
            trusted,
            QualifiedName.of("pg_catalog", "plpgsql_call_handler"),
            inline,
            validator,
            ROLE,
            Privileges.DEFAULT,
            Optional.empty());
    s.pre(new Step.CreateLanguage(language));
    return language;
  }

  private static void transform(
      Sample s,
      String type,
      Identifier language,
      Optional<Signature> fromSql,
      Optional<Signature> toSql) {
    Transform transform =
        new Transform(TypeRef.builtIn(type), language, fromSql, toSql, Optional.empty());
    s.pre(new Step.CreateTransform(transform));
    s.pre(new Step.SetComment(transform.id(), COMMENT));
  }

  private static Optional<QualifiedName> system(String name) {
    return Optional.of(QualifiedName.of("pg_catalog", name));
  }

  private static Optional<Signature> function(String name) {
    return system(name)
        .map(system -> new Signature(system, ImmutableList.of(TypeRef.builtIn("internal"))));
  }
}
