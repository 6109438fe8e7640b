package dev.schemasync.cli.config;

/** {@code tls_verify}: how far a server must prove who it is. */
public enum TlsVerify {
  /** No TLS. */
  DISABLED,
  /** TLS where the server offers it, whoever the server is. */
  PREFER,
  /** TLS, with a certificate that a known authority signed. */
  VERIFY_CA,
  /** As {@link #VERIFY_CA}, and the certificate names the host. */
  VERIFY_FULL;

  /** Whether the server's certificate is looked at. */
  boolean verifies() {
    return this == VERIFY_CA || this == VERIFY_FULL;
  }
}
