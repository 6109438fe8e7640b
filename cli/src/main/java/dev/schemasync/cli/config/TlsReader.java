package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/** Reads the four keys about TLS to the servers, which stand in several tables. */
final class TlsReader {

  static final String VERIFY = "tls_verify";
  private static final String CA_CERTIFICATE = "tls_server_ca_certificate";
  private static final String CERTIFICATE = "tls_server_certificate";
  private static final String PRIVATE_KEY = "tls_server_private_key";

  private final TableView table;
  private final Function<String, Optional<String>> fallback;
  private final ImmutableList.Builder<Problem> problems;

  /**
   * A reader of one table.
   *
   * @param fallback where a path comes from that the table does not have
   * @param problems gets half a client certificate
   */
  TlsReader(
      TableView table,
      Function<String, Optional<String>> fallback,
      ImmutableList.Builder<Problem> problems) {
    this.table = table;
    this.fallback = fallback;
    this.problems = problems;
  }

  ServerTls read() {
    return new ServerTls(
        table.choice(VERIFY, TlsVerify.class), path(CA_CERTIFICATE), clientCertificate());
  }

  private Optional<String> path(String key) {
    return table.text(key).or(() -> fallback.apply(key));
  }

  /** Both or none: one half would go with the other of {@code [general]}, and fit it never. */
  private Optional<ClientCertificate> clientCertificate() {
    Optional<String> certificate = path(CERTIFICATE);
    Optional<String> privateKey = path(PRIVATE_KEY);
    if (certificate.isPresent() && privateKey.isEmpty()) {
      report(CERTIFICATE, "a client certificate without its key", "add " + PRIVATE_KEY);
    }
    if (privateKey.isPresent() && certificate.isEmpty()) {
      report(PRIVATE_KEY, "a key without its client certificate", "add " + CERTIFICATE);
    }
    return certificate.flatMap(
        shown -> privateKey.map(secret -> new ClientCertificate(shown, secret)));
  }

  private void report(String key, String message, String remedy) {
    problems.add(
        table.has(key)
            ? Problem.at(table.locationOf(key), table.path().key(key).text(), message, remedy)
            : Problem.at(
                EnvironmentDefaults.LOCATION, EnvironmentDefaults.variable(key), message, remedy));
  }
}
