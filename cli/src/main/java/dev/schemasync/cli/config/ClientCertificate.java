package dev.schemasync.cli.config;

/**
 * What this program shows a server that asks who it is. Paths are as the user gave them.
 *
 * @param certificate {@code tls_server_certificate}: a PEM file, the certificate first, then those
 *     that lead to the authority
 * @param privateKey {@code tls_server_private_key}: a PEM file with its key
 */
public record ClientCertificate(String certificate, String privateKey) {}
