/** Writes the statements of a plan and reads each one back; the only place that renders SQL. */
module dev.schemasync.emitter {
  requires transitive dev.schemasync.model;
  requires static com.google.errorprone.annotations;
  requires net.sf.jsqlparser;

  exports dev.schemasync.emitter;
}
