package dev.schemasync.emitter;

import dev.schemasync.model.catalog.Aggregate;
import dev.schemasync.model.catalog.Function;
import dev.schemasync.model.catalog.ObjectKind;
import dev.schemasync.model.catalog.Persistence;
import dev.schemasync.model.catalog.Procedure;
import dev.schemasync.model.catalog.Routine;
import dev.schemasync.model.catalog.Type;
import dev.schemasync.model.plan.Step;

/**
 * What the statement of a step must begin with, and what people call it. Worked out from the step
 * alone, so that it can bear witness against the writing of the statement.
 *
 * @param keywords the leading keywords, upper case, with single spaces
 * @param summary the step in a few words on one line, without values
 */
record Headline(String keywords, String summary) {

  static Headline of(Step step) {
    return switch (step) {
      case Step.CreateSchema s -> create("SCHEMA", step);
      case Step.CreateExtension s -> create("EXTENSION", step);
      case Step.CreateType(var type) ->
          create(type instanceof Type.Domain ? "DOMAIN" : "TYPE", step);
      case Step.AddDomainCheck s -> named("ALTER DOMAIN", "add check", step);
      case Step.CreateRoutine(var routine) -> create(kind(routine), step);
      case Step.CreateSequence(var sequence) ->
          named("CREATE " + unlogged(sequence.persistence()) + "SEQUENCE", "create sequence", step);
      case Step.SetSequenceOwnedBy s -> named("ALTER SEQUENCE", "set owner column of", step);
      case Step.SetSequenceValue s -> named("SELECT", "set value of", step);
      case Step.CreateTable s ->
          named("CREATE " + unlogged(s.table().persistence()) + "TABLE", "create table", step);
      case Step.AttachPartition s -> named("ALTER TABLE ONLY", "attach partition", step);
      case Step.SetDefault s -> named("ALTER TABLE ONLY", "set default of", step);
      case Step.SetColumnStatistics s -> named("ALTER TABLE ONLY", "set statistics of", step);
      case Step.SetColumnStorage s -> named("ALTER TABLE ONLY", "set storage of", step);
      case Step.SetColumnOptions s -> named("ALTER TABLE ONLY", "set options of", step);
      case Step.CreateView s -> create("VIEW", step);
      case Step.CreateMaterializedView s -> create("MATERIALIZED VIEW", step);
      case Step.RefreshMaterializedView s ->
          named(
              "REFRESH MATERIALIZED VIEW"
                  + concurrently(s.refresh() == Step.Refresh.REPLACE_CONCURRENTLY),
              "refresh materialized view",
              step);
      case Step.AddKey s -> named("ALTER TABLE ONLY", "add key", step);
      case Step.AddCheck s -> named("ALTER TABLE", "add check", step);
      case Step.AddNotNull s -> named("ALTER TABLE", "add NOT NULL to", step);
      case Step.AddForeignKey s -> named("ALTER TABLE", "add foreign key", step);
      case Step.ValidateConstraint s ->
          named(
              s.of().kind() == ObjectKind.DOMAIN ? "ALTER DOMAIN" : "ALTER TABLE",
              "validate constraint",
              step);
      case Step.CreateIndex s ->
          named(
              "CREATE "
                  + (s.index().unique() ? "UNIQUE " : "")
                  + "INDEX"
                  + concurrently(s.concurrently()),
              "create index",
              step);
      case Step.DropInvalidIndex s ->
          named("DROP INDEX" + concurrently(s.concurrently()), "drop invalid index", step);
      case Step.AttachIndex s -> named("ALTER INDEX", "attach index", step);
      case Step.SetIndexStatistics s -> named("ALTER INDEX", "set statistics of", step);
      case Step.ClusterOn s ->
          named(
              s.relation().kind() == ObjectKind.MATERIALIZED_VIEW
                  ? "ALTER MATERIALIZED VIEW"
                  : "ALTER TABLE",
              "set cluster index of",
              step);
      case Step.CreateTrigger(var trigger) ->
          named(
              trigger.constraint().isPresent() ? "CREATE CONSTRAINT TRIGGER" : "CREATE TRIGGER",
              "create trigger",
              step);
      case Step.SetTriggerState s -> named("ALTER TABLE", "set state of trigger", step);
      case Step.SetReplicaIdentity s -> named("ALTER TABLE ONLY", "set replica identity of", step);
      case Step.CreatePublication s -> create("PUBLICATION", step);
      case Step.SetOwner s -> about("ALTER", "set owner of", step);
      case Step.GrantPrivileges s -> about("GRANT", "grant on", step);
      case Step.RevokePrivileges s -> about("REVOKE", "revoke on", step);
      case Step.SetComment s -> about("COMMENT ON", "comment on", step);
    };
  }

  private static Headline create(String kind, Step step) {
    return about("CREATE " + kind, "create", step);
  }

  /** Of a verb that tells the kind of the object. */
  private static Headline named(String keywords, String verb, Step step) {
    return new Headline(keywords, OneLine.of(verb + " " + step.object().display()));
  }

  /** Of a verb that goes with many kinds. */
  private static Headline about(String keywords, String verb, Step step) {
    return new Headline(keywords, OneLine.of(verb + " " + step.object()));
  }

  private static String kind(Routine routine) {
    return switch (routine) {
      case Function f -> "FUNCTION";
      case Procedure p -> "PROCEDURE";
      case Aggregate a -> "AGGREGATE";
    };
  }

  private static String unlogged(Persistence persistence) {
    return switch (persistence) {
      case PERMANENT -> "";
      case UNLOGGED -> "UNLOGGED ";
    };
  }

  private static String concurrently(boolean concurrently) {
    return concurrently ? " CONCURRENTLY" : "";
  }
}
