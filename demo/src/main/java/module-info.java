/** The demonstration that needs nothing but a JDK: real servers, a real run, a report. */
module dev.schemasync.demo {
  requires static com.google.errorprone.annotations;
  requires dev.schemasync.cli;
  requires dev.schemasync.executor;
  requires dev.schemasync.testkit;
  requires info.picocli;
  requires java.sql;
  requires org.postgresql.jdbc;

  opens dev.schemasync.demo to
      info.picocli;
}
