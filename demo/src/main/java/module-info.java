/** The demonstration that needs nothing but a JDK: real servers, a real run, a report. */
module dev.schemasync.demo {
  requires dev.schemasync.cli;
  requires dev.schemasync.testkit;
}
