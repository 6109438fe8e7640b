/**
 * Real PostgreSQL servers, schema generators, a corpus and oracles, for tests and the demo only.
 */
module dev.schemasync.testkit {
  requires transitive dev.schemasync.model;
  requires transitive java.sql;
  requires transitive net.jqwik.api;
  requires org.apache.commons.compress;
  requires org.opentest4j;
  requires org.postgresql.jdbc;
  requires org.tukaani.xz;

  exports dev.schemasync.testkit.catalog;
  exports dev.schemasync.testkit.corpus;
  exports dev.schemasync.testkit.coverage;
  exports dev.schemasync.testkit.dump;
  exports dev.schemasync.testkit.judge;
  exports dev.schemasync.testkit.network;
  exports dev.schemasync.testkit.script;
  exports dev.schemasync.testkit.server;
  exports dev.schemasync.testkit.terminal;
}
