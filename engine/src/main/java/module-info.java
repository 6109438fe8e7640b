/** Whole runs, from descriptions of servers to a result, for any face: no terminal, no files. */
module dev.schemasync.engine {
  requires transitive dev.schemasync.model;
  requires transitive dev.schemasync.introspect;
  requires transitive dev.schemasync.planner;
  requires transitive dev.schemasync.executor;
  requires transitive dev.schemasync.emitter;
  requires transitive java.sql;
  requires org.postgresql.jdbc;

  exports dev.schemasync.engine;
}
