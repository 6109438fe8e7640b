/** The catalog, plan and script languages of the schema compiler. */
@SuppressWarnings("module") // the emitter, which alone may make SQL, is compiled after this module
module dev.schemasync.model {
  requires transitive com.google.common;
  requires static transitive org.jspecify;

  exports dev.schemasync.model.catalog;
  exports dev.schemasync.model.diff;
  exports dev.schemasync.model.finding;
  exports dev.schemasync.model.name;
  exports dev.schemasync.model.plan;
  exports dev.schemasync.model.script;
  exports dev.schemasync.model.script.emitting to
      dev.schemasync.emitter;
  exports dev.schemasync.model.server;
}
