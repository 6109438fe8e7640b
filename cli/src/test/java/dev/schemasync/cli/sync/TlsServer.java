package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemasync.cli.sync.TestCertificates.Identity;
import dev.schemasync.testkit.server.PostgresServer;
import dev.schemasync.testkit.server.PostgresServers;
import dev.schemasync.testkit.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A server with TLS, whose role {@link #USER} must present a certificate, and the certificates and
 * keys for it, made by the JDK.
 */
final class TlsServer implements AutoCloseable {
  /** A superuser that connects by certificate and by nothing else. */
  static final String USER = "certified";

  /** Of the trust store. */
  static final String PASSWORD = "changeit";

  private final PostgresServer server;
  private final Path directory;
  private final Identity authority = TestCertificates.authority("authority");

  private TlsServer(PostgresServer server, Path directory) throws GeneralSecurityException {
    this.server = server;
    this.directory = directory;
  }

  /** A server whose files for clients are in a directory. */
  static TlsServer start(Path directory) throws Exception {
    PostgresServer server = PostgresServers.start(ServerOptions.of(18));
    try {
      TlsServer started = new TlsServer(server, directory);
      started.secure();
      started.writeClientFiles();
      return started;
    } catch (Exception e) {
      server.close();
      throw e;
    }
  }

  PostgresServer server() {
    return server;
  }

  /** A file that a client may name. */
  String file(String name) {
    return directory.resolve(name).toString();
  }

  /** A store that trusts the authority, for the JVM's own choice. */
  Path trustStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", authority.certificate());
    Path file = directory.resolve("trust.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private void secure() throws IOException, SQLException, GeneralSecurityException {
    Path data = Path.of(server.setting("data_directory"));
    assumeTrue(Files.isDirectory(data), "the files of the server are not on this machine: " + data);
    Identity identity = TestCertificates.server("server", TestCertificates.rsa(), authority);
    own(data, "ca.pem", certificate(authority));
    own(data, "server.pem", certificate(identity));
    own(data, "server.key", key(identity));
    Path rules = Path.of(server.setting("hba_file"));
    Files.writeString(
        rules,
        "hostssl all %1$s 127.0.0.1/32 cert\nhost all %1$s 127.0.0.1/32 reject\n".formatted(USER)
            + Files.readString(rules));
    server.execute(
        PostgresServer.MAINTENANCE_DATABASE,
        "CREATE ROLE %s LOGIN SUPERUSER".formatted(USER),
        "ALTER SYSTEM SET ssl_ca_file = 'ca.pem'",
        "ALTER SYSTEM SET ssl_cert_file = 'server.pem'",
        "ALTER SYSTEM SET ssl_key_file = 'server.key'",
        "ALTER SYSTEM SET ssl = on",
        "SELECT pg_reload_conf()");
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (!server.setting("ssl").equals("on")) {
      assertThat(Instant.now()).as("the server does not turn TLS on").isBefore(deadline);
    }
  }

  /** Writes a file as if the server had. */
  private static void own(Path data, String name, String text) throws IOException {
    Path file = Files.writeString(data.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setOwner(file, Files.getOwner(data));
  }

  private void writeClientFiles() throws IOException, GeneralSecurityException {
    Identity rsa = TestCertificates.client(USER, TestCertificates.rsa(), authority);
    Identity ec = TestCertificates.client(USER, TestCertificates.ellipticCurve(), authority);
    Identity stranger = TestCertificates.authority(USER);
    write("ca.pem", certificate(authority));
    write("rsa.pem", certificate(rsa));
    write("rsa.key", key(rsa));
    write("rsa.pkcs1", pem("RSA PRIVATE KEY", TestCertificates.pkcs1(rsa.key())));
    Files.write(directory.resolve("rsa.der"), rsa.key().getEncoded());
    write("ec.pem", certificate(ec));
    write("ec.key", key(ec));
    write(
        "ec.sec1",
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
            + pem("EC PRIVATE KEY", sec1((ECPrivateKey) ec.key())));
    write("stranger.pem", certificate(stranger));
    write("stranger.key", key(stranger));
    write("encrypted.key", pem("ENCRYPTED PRIVATE KEY", new byte[] {0x30, 0}));
    write(
        "old-encrypted.key",
        pem("RSA PRIVATE KEY", new byte[] {0x30, 0})
            .replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n"));
    write("nothing.pem", "hello\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static String certificate(Identity identity) throws GeneralSecurityException {
    return pem("CERTIFICATE", identity.certificate().getEncoded());
  }

  private static String key(Identity identity) {
    return pem("PRIVATE KEY", identity.key().getEncoded());
  }

  private static String pem(String label, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(content));
  }

  /** As {@code openssl ec} writes a key on the curve P-256. */
  private static byte[] sec1(ECPrivateKey key) {
    byte[] scalar = new byte[32];
    byte[] digits = key.getS().toByteArray();
    int count = Math.min(digits.length, scalar.length);
    System.arraycopy(digits, digits.length - count, scalar, scalar.length - count, count);
    byte[] curve = {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7};
    return TestCertificates.der(
        0x30,
        new byte[] {2, 1, 1},
        TestCertificates.der(4, scalar),
        TestCertificates.der(0xA0, curve));
  }

  @Override
  public void close() {
    server.close();
  }
}
