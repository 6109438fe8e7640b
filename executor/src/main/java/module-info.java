/** Runs a script on every shard and reports what became of each statement. */
module dev.schemasync.executor {
  requires transitive dev.schemasync.model;
  requires transitive java.sql;
  requires org.postgresql.jdbc;

  exports dev.schemasync.executor;
}
