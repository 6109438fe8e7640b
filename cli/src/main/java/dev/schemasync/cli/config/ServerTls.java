package dev.schemasync.cli.config;

import java.util.Optional;

/**
 * What one entry of {@code [[databases]]} says about TLS; what it leaves out is as in {@code
 * [general]}.
 *
 * @param verify {@code tls_verify}
 * @param caCertificate {@code tls_server_ca_certificate}
 * @param client {@code tls_server_certificate} and {@code tls_server_private_key}
 */
public record ServerTls(
    Optional<TlsVerify> verify,
    Optional<String> caCertificate,
    Optional<ClientCertificate> client) {

  /** Says nothing. */
  static final ServerTls NONE = new ServerTls(Optional.empty(), Optional.empty(), Optional.empty());
}
