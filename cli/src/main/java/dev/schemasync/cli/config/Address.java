package dev.schemasync.cli.config;

import java.util.Locale;

/**
 * Where a database is. Equal addresses are the same database; two names of one host are not seen
 * through.
 */
record Address(String host, int port, String database) {
  Address {
    host = host.toLowerCase(Locale.ROOT);
  }
}
