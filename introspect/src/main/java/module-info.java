/** Reads the catalogs of one PostgreSQL server into a model; it never writes to the server. */
module dev.schemasync.introspect {
  requires transitive dev.schemasync.model;
  requires transitive java.sql;
  requires org.postgresql.jdbc;

  exports dev.schemasync.introspect;
}
