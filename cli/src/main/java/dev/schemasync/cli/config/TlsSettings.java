package dev.schemasync.cli.config;

import dev.schemasync.cli.socket.TlsFiles;
import java.util.Optional;

/**
 * TLS between this program and the servers. Paths are as the user gave them, relative to the
 * working directory.
 *
 * @param verify {@code tls_verify}
 * @param caCertificate {@code tls_server_ca_certificate}: the authorities to trust, in PEM; those
 *     of the Java runtime when empty
 * @param client what to present to a server that asks
 */
public record TlsSettings(
    TlsVerify verify, Optional<String> caCertificate, Optional<ClientCertificate> client) {

  /** Whether a connection needs files. */
  boolean namesFiles() {
    return (caCertificate.isPresent() && verify.verifies()) || client.isPresent();
  }

  /** The files that a connection needs. */
  TlsFiles files() {
    return new TlsFiles(
        verify.verifies(),
        caCertificate.filter(path -> verify.verifies()),
        client.map(ClientCertificate::certificate),
        client.map(ClientCertificate::privateKey));
  }

  /** These settings for one server: what its entry says wins. */
  TlsSettings with(ServerTls server) {
    return new TlsSettings(
        server.verify().orElse(verify),
        server.caCertificate().or(this::caCertificate),
        server.client().or(this::client));
  }
}
