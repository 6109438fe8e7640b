/** The {@code pgdog} command: reads configuration, runs the engine, shows progress and reports. */
module dev.schemasync.cli {
  requires transitive dev.schemasync.model;
  requires dev.schemasync.executor;
  requires dev.schemasync.engine;
  requires java.logging;
  requires java.sql;
  requires jdk.net;
  requires org.postgresql.jdbc;
  requires info.picocli;
  requires org.tomlj;
  requires com.google.gson;
  requires me.tongfei.progressbar;

  exports dev.schemasync.cli;

  opens dev.schemasync.cli.command to
      info.picocli;
  opens dev.schemasync.cli.socket to
      org.postgresql.jdbc;
}
