package dev.schemasync.cli.socket;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.postgresql.ssl.WrappedFactory;

/**
 * TLS as PgDog's keys describe it. The factories of the driver read no keys in the older PEM forms,
 * and the one that trusts the authorities of Java presents no certificate.
 */
public final class TlsSocketFactory extends WrappedFactory {
  /** Called by the driver, with what it calls {@code sslmode}, {@code sslrootcert} and so on. */
  public TlsSocketFactory(Properties properties) throws GeneralSecurityException {
    factory = socketFactory(properties);
  }

  private static SSLSocketFactory socketFactory(Properties properties)
      throws GeneralSecurityException {
    return new TlsFiles(
            properties.getProperty("sslmode", "").startsWith("verify-"),
            Optional.ofNullable(properties.getProperty("sslrootcert")),
            Optional.ofNullable(properties.getProperty("sslcert")),
            Optional.ofNullable(properties.getProperty("sslkey")))
        .context()
        .getSocketFactory();
  }
}
