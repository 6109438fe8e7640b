package dev.schemasync.cli.socket;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * What TLS needs, read from PEM files.
 *
 * @param verifies whether the server must prove who it is
 * @param caCertificate whom to trust; the authorities of the Java runtime when empty
 * @param certificate what to present to a server that asks
 * @param privateKey the key of the certificate; both or none
 */
public record TlsFiles(
    boolean verifies,
    Optional<String> caCertificate,
    Optional<String> certificate,
    Optional<String> privateKey) {

  /** A context that these files make; to make one is to check them. */
  public SSLContext context() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keyManagers(), trustManagers(), null);
    return context;
  }

  private KeyManager[] keyManagers() throws GeneralSecurityException {
    if (certificate.isEmpty() || privateKey.isEmpty()) {
      return new KeyManager[0];
    }
    X509Certificate[] chain =
        PemFile.read(certificate.get()).certificates().toArray(X509Certificate[]::new);
    PrivateKey key = PemFile.read(privateKey.get()).privateKey();
    return new KeyManager[] {new OneKeyManager(chain, key)};
  }

  private TrustManager[] trustManagers() throws GeneralSecurityException {
    if (!verifies) {
      return new TrustManager[] {new TrustingManager()};
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(authorities());
    return managers.getTrustManagers();
  }

  /** None leaves the choice to the Java runtime. */
  private @Nullable KeyStore authorities() throws GeneralSecurityException {
    if (caCertificate.isEmpty()) {
      return null;
    }
    KeyStore store = KeyStores.empty();
    int number = 0;
    for (X509Certificate authority : PemFile.read(caCertificate.get()).certificates()) {
      store.setCertificateEntry("authority" + number++, authority);
    }
    return store;
  }
}
