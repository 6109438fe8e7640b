package dev.schemasync.emitter.foreign;

import dev.schemasync.emitter.sql.SqlWriter;
import dev.schemasync.emitter.statement.Clauses;
import dev.schemasync.emitter.statement.Emission;
import dev.schemasync.emitter.statement.Headline;
import dev.schemasync.model.catalog.ForeignDataWrapper;
import dev.schemasync.model.catalog.ForeignServer;
import dev.schemasync.model.plan.Step;

/** Foreign-data wrappers, foreign servers and user mappings. */
public final class ForeignStatements {
  private ForeignStatements() {}

  /** CREATE FOREIGN DATA WRAPPER. */
  public static Emission create(Step.CreateForeignDataWrapper step) {
    return Emission.notCovered(
        Headline.create("FOREIGN DATA WRAPPER", step), sql -> create(sql, step.wrapper()));
  }

  /** CREATE SERVER. */
  public static Emission create(Step.CreateForeignServer step) {
    return Emission.notCovered(Headline.create("SERVER", step), sql -> create(sql, step.server()));
  }

  /** CREATE USER MAPPING. */
  public static Emission create(Step.CreateUserMapping step) {
    return Emission.notCovered(Headline.create("USER MAPPING", step), sql -> create(sql, step));
  }

  private static SqlWriter create(SqlWriter sql, ForeignDataWrapper wrapper) {
    sql.keyword("CREATE FOREIGN DATA WRAPPER")
        .identifier(wrapper.name())
        .ifPresent(wrapper.handler(), (w, name) -> w.keyword("HANDLER").qualified(name))
        .ifPresent(wrapper.validator(), (w, name) -> w.keyword("VALIDATOR").qualified(name));
    return Clauses.options(sql, wrapper.options());
  }

  private static SqlWriter create(SqlWriter sql, ForeignServer server) {
    sql.keyword("CREATE SERVER")
        .identifier(server.name())
        .ifPresent(server.type(), (w, type) -> w.keyword("TYPE").literal(type))
        .ifPresent(server.version(), (w, version) -> w.keyword("VERSION").literal(version))
        .keyword("FOREIGN DATA WRAPPER")
        .identifier(server.wrapper());
    return Clauses.options(sql, server.options());
  }

  private static SqlWriter create(SqlWriter sql, Step.CreateUserMapping step) {
    Clauses.grantee(sql.keyword("CREATE USER MAPPING FOR"), step.user())
        .keyword("SERVER")
        .identifier(step.server());
    return Clauses.options(sql, step.options(), SqlWriter::secret);
  }
}
