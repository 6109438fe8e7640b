package dev.schemasync.cli.config;

import java.util.Optional;

/**
 * TLS between this program and the servers. Paths are as the user gave them, relative to the
 * working directory.
 *
 * @param verify {@code tls_verify}
 * @param caCertificate {@code tls_server_ca_certificate}: the authorities to trust, in PEM; those
 *     of the Java runtime when empty
 * @param certificate {@code tls_server_certificate}: the client certificate to present
 * @param privateKey {@code tls_server_private_key}: its key
 */
public record TlsSettings(
    TlsVerify verify,
    Optional<String> caCertificate,
    Optional<String> certificate,
    Optional<String> privateKey) {}
