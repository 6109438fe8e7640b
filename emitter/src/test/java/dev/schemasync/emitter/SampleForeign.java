package dev.schemasync.emitter;

import static dev.schemasync.emitter.Sample.ROLE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.ForeignServer;
import dev.schemasync.model.catalog.Grantee;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.catalog.PartitionRole;
import dev.schemasync.model.catalog.Privilege;
import dev.schemasync.model.catalog.Privileges;
import dev.schemasync.model.catalog.Table;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Secret;
import dev.schemasync.model.plan.Step;
import java.util.Optional;

/** Foreign servers of the sample. */
final class SampleForeign {
  private SampleForeign() {}

  static void add(Sample s) {
    ObjectId wrapper = ObjectId.foreignDataWrapper(s.names.id("wrapper"));
    ObjectId server = ObjectId.foreignServer(s.names.id("elsewhere"));
    s.pre(wrapper(s, "bare", Optional.empty(), ImmutableMap.of()));
    s.pre(
        wrapper(
            s,
            "wrapper",
            Optional.of(QualifiedName.of("pg_catalog", "postgresql_fdw_validator")),
            ImmutableMap.of()));
    s.pre(server(s, "nowhere", "bare", Optional.empty(), ImmutableMap.of("Any", "it's\\")));
    s.pre(
        server(
            s,
            "elsewhere",
            "wrapper",
            Optional.of("a 'type'"),
            ImmutableMap.of("host", "example.org", "dbname", "it's")));
    s.pre(
        new Step.CreateUserMapping(
            s.names.id("elsewhere"),
            new Grantee.Role(ROLE),
            ImmutableMap.of("user", new Secret("me"), "password", new Secret("it's a secret"))));
    s.pre(
        new Step.CreateUserMapping(
            s.names.id("elsewhere"), new Grantee.Everybody(), ImmutableMap.of()));
    for (ObjectId object : new ObjectId[] {wrapper, server}) {
      s.pre(new Step.SetComment(object, Optional.of("far away")));
      s.pre(
          new Step.GrantPrivileges(
              object,
              ImmutableSortedSet.of(Privilege.USAGE),
              new Grantee.Role(ROLE),
              true,
              Optional.empty()));
    }
    s.pre(new Step.SetOwner(server, ROLE));
    tables(s);
  }

  private static void tables(Sample s) {
    Table far =
        s.table(
            "far",
            new Table.Rows.Foreign(
                s.names.id("nowhere"), ImmutableMap.of("Any name", "it's\\", "select", "")),
            new PartitionRole.Standalone(),
            s.column("id", Sample.type("int4")),
            s.column("label", Sample.type("text")));
    Table further =
        s.table(
            "further",
            new Table.Rows.Foreign(s.names.id("nowhere"), ImmutableMap.of()),
            new PartitionRole.Standalone(),
            s.column("id", Sample.type("int4")));
    s.pre(Sample.create(far));
    s.pre(
        new Step.CreateTable(
            further, ImmutableList.of(far.name()), ImmutableList.of(), ImmutableSortedMap.of()));
    s.pre(
        new Step.SetForeignColumnOptions(
            far.name(),
            s.names.id("id"),
            ImmutableMap.of(),
            ImmutableMap.of("column_name", "it's", "Other name", "")));
    s.pre(
        new Step.SetForeignColumnOptions(
            far.name(),
            s.names.id("id"),
            ImmutableMap.of("column_name", "it's", "Other name", ""),
            ImmutableMap.of("column_name", "that", "new", "x")));
    s.pre(new Step.SetForeignTableComment(far.name(), Optional.of("it's far")));
    s.pre(new Step.SetForeignTableComment(far.name(), Optional.empty()));
  }

  private static Step wrapper(
      Sample s,
      String name,
      Optional<QualifiedName> validator,
      ImmutableMap<String, String> options) {
    return new Step.CreateForeignDataWrapper(
        new ForeignDataWrapper(
            s.names.id(name),
            Optional.empty(),
            validator,
            options,
            ROLE,
            Privileges.DEFAULT,
            Optional.empty()));
  }

  private static Step server(
      Sample s,
      String name,
      String wrapper,
      Optional<String> type,
      ImmutableMap<String, String> options) {
    return new Step.CreateForeignServer(
        new ForeignServer(
            s.names.id(name),
            s.names.id(wrapper),
            type,
            type.map(t -> "1.0"),
            options,
            ROLE,
            Privileges.DEFAULT,
            Optional.empty()));
  }
}
