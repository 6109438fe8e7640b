/** Whole runs of the program, timed beside {@code pg_dump} and {@code psql} on the same servers. */
module dev.schemasync.bench {
  requires static com.google.errorprone.annotations;
  requires dev.schemasync.testkit;
  requires info.picocli;
  requires java.sql;

  opens dev.schemasync.bench to
      info.picocli;
}
