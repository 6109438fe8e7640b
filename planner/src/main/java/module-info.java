/** Compares catalogs and plans the steps between them, without a connection, a file or a clock. */
module dev.schemasync.planner {
  requires transitive dev.schemasync.model;

  exports dev.schemasync.planner;
}
