package dev.schemasync.testkit.server;

/** Where a server listens and who may do anything there. */
record ServerAddress(String host, int port, String superuser, String password) {
  static final String SUPERUSER = "postgres";
  static final String PASSWORD = "postgres";
}
