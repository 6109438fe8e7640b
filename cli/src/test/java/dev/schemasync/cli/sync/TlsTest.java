package dev.schemasync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemasync.cli.CommandRun;
import dev.schemasync.cli.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS with certificates on both sides, as PgDog's keys ask for it. */
class TlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";

  private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

  @TempDir private static Path files;
  @TempDir private static Path directory;
  private static TlsServer tls;
  private static Clusters clusters;
  private static String servers;

  @BeforeAll
  static void start() throws Exception {
    tls = TlsServer.start(files);
    clusters = Clusters.on(tls.server(), directory, 1, "CREATE TABLE a (id bigint PRIMARY KEY)");
    servers = Files.readString(clusters.file("pgdog.toml"));
    clusters.write("users.toml", Clusters.users(TlsServer.USER, "unused"));
  }

  @AfterAll
  static void stop() throws Exception {
    clusters.close();
    tls.close();
  }

  @BeforeEach
  void forgetTls() throws Exception {
    clusters.write("pgdog.toml", servers);
  }

  @AfterEach
  void forgetTrust() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE_PASSWORD);
  }

  private CommandRun dryRun(String general) throws Exception {
    Path pgdog = clusters.file("pgdog.toml");
    Files.writeString(pgdog, "[general]\n" + general + "\n" + Files.readString(pgdog));
    return clusters.sync("--dry-run");
  }

  private String client(String certificate, String key) {
    return "tls_server_certificate = '%s'\ntls_server_private_key = '%s'\n"
        .formatted(tls.file(certificate), tls.file(key));
  }

  private String authority() {
    return "tls_server_ca_certificate = '%s'\n".formatted(tls.file("ca.pem"));
  }

  @ParameterizedTest
  @CsvSource({
    "prefer, rsa.pem, rsa.key",
    "verify_ca, rsa.pem, rsa.key",
    "verify_full, rsa.pem, rsa.pkcs1",
    "verify_full, rsa.pem, rsa.der",
    "verify_full, ec.pem, ec.key",
    "verify_full, ec.pem, ec.sec1",
  })
  void presentsACertificateWithItsKeyInAnyForm(String verify, String certificate, String key)
      throws Exception {
    CommandRun run =
        dryRun("tls_verify = '%s'\n".formatted(verify) + authority() + client(certificate, key));
    run.assertStatus(ExitStatus.DONE);
    assertThat(run.out()).contains("CREATE TABLE");
  }

  @ParameterizedTest
  @CsvSource({"verify_ca", "verify_full"})
  void presentsItWithoutAnAuthorityToo(String verify) throws Exception {
    System.setProperty(TRUST_STORE, tls.trustStore().toString());
    System.setProperty(TRUST_STORE_PASSWORD, TlsServer.PASSWORD);
    dryRun("tls_verify = '%s'\n".formatted(verify) + client("ec.pem", "ec.key"))
        .assertStatus(ExitStatus.DONE);
  }

  @Test
  void trustsTheAuthoritiesOfJavaWhereNoOtherIsNamed() throws Exception {
    dryRun("tls_verify = 'verify_ca'\n" + client("ec.pem", "ec.key"))
        .assertStatus(ExitStatus.UNREACHABLE)
        .assertNoResult()
        .assertSays("destination shard 0", "certification path", "TLS settings");
  }

  @Test
  void whatAnEntrySaysWins() throws Exception {
    String own = "tls_verify = 'verify_full'\n" + authority() + client("rsa.pem", "rsa.key");
    clusters.edit("pgdog.toml", "shard = 0", "shard = 0\n" + own);
    dryRun("tls_verify = 'disabled'\n" + client("stranger.pem", "stranger.key"))
        .assertStatus(ExitStatus.DONE);
  }

  @Test
  void withoutTheEntryTheGeneralOnesCount() throws Exception {
    dryRun("tls_verify = 'verify_ca'\n" + authority() + client("stranger.pem", "stranger.key"))
        .assertStatus(ExitStatus.UNREACHABLE)
        .assertSays("destination shard 0");
  }

  @Test
  void verifiesTheNameOnlyWhenAsked() throws Exception {
    clusters.edit("pgdog.toml", "host = \"127.0.0.1\"", "host = \"localhost\"");
    dryRun("tls_verify = 'verify_full'\n" + authority() + client("ec.pem", "ec.key"))
        .assertStatus(ExitStatus.UNREACHABLE)
        .assertSays("localhost", "could not be verified");
    clusters.edit("pgdog.toml", "verify_full", "verify_ca");
    clusters.sync("--dry-run").assertStatus(ExitStatus.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "missing.pem, ec.key, missing.pem, no such file",
    "nothing.pem, ec.key, nothing.pem, holds no certificate; name a PEM file",
    "ec.key, ec.key, ec.key, holds no certificate; name a PEM file",
    "ec.pem, missing.key, missing.key, no such file",
    "ec.pem, ec.pem, ec.pem, holds no private key that can be read; name a PEM file",
    "ec.pem, nothing.pem, nothing.pem, holds no private key that can be read; name a PEM file",
    "ec.pem, encrypted.key, encrypted.key, the private key is encrypted",
    "rsa.pem, old-encrypted.key, old-encrypted.key, the private key is encrypted",
  })
  void namesTheFileThatCannotBeUsed(String certificate, String key, String file, String reason)
      throws Exception {
    dryRun("tls_verify = 'prefer'\n" + client(certificate, key))
        .assertStatus(ExitStatus.USAGE)
        .assertNoResult()
        .assertReadable()
        .assertSays(tls.file(file) + ": " + reason);
    clusters.command("configcheck").assertStatus(ExitStatus.DONE);
  }
}
