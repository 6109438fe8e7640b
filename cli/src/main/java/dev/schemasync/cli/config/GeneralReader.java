package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads {@code [general]} and the variables that stand in for its keys. */
final class GeneralReader {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final String CA_CERTIFICATE = "tls_server_ca_certificate";
  private static final String CERTIFICATE = "tls_server_certificate";
  private static final String PRIVATE_KEY = "tls_server_private_key";

  private final TableView general;
  private final ValueType.Choice verifyWords;
  private final EnvironmentDefaults environment;
  private final ImmutableList.Builder<Problem> problems = ImmutableList.builder();

  GeneralReader(TableView general, ValueType.Table schema, Map<String, String> environment) {
    this.general = general;
    ValueType.Table keys = (ValueType.Table) schema.key("general");
    this.verifyWords = (ValueType.Choice) keys.key("tls_verify");
    this.environment = new EnvironmentDefaults(environment);
  }

  General read() {
    TlsVerify verify =
        general
            .choice("tls_verify", TlsVerify.class)
            .or(() -> environment.choice("tls_verify", TlsVerify.class, verifyWords))
            .orElse(TlsVerify.PREFER);
    TlsSettings tls =
        new TlsSettings(verify, text(CA_CERTIFICATE), text(CERTIFICATE), text(PRIVATE_KEY));
    check(tls);
    Duration connectTimeout =
        general
            .number("connect_timeout")
            .or(() -> environment.number("connect_timeout"))
            .map(Duration::ofMillis)
            .orElse(CONNECT_TIMEOUT);
    return new General(tls, connectTimeout);
  }

  /** Complete once {@link #read} has returned. */
  ImmutableList<Problem> problems() {
    return ImmutableList.<Problem>builder()
        .addAll(problems.build())
        .addAll(environment.problems())
        .build();
  }

  private Optional<String> text(String key) {
    return general.text(key).or(() -> environment.text(key));
  }

  private void check(TlsSettings tls) {
    if (tls.certificate().isPresent() && tls.privateKey().isEmpty()) {
      report(CERTIFICATE, "a client certificate without its key", "add " + PRIVATE_KEY);
    }
    if (tls.privateKey().isPresent() && tls.certificate().isEmpty()) {
      report(PRIVATE_KEY, "a key without its client certificate", "add " + CERTIFICATE);
    }
    if (tls.verify().verifies() && tls.certificate().isPresent() && tls.caCertificate().isEmpty()) {
      report(
          CERTIFICATE,
          "a client certificate needs the authority that signed the server's",
          "add " + CA_CERTIFICATE);
    }
  }

  private void report(String key, String message, String remedy) {
    problems.add(
        general.has(key)
            ? Problem.at(general.locationOf(key), general.path().key(key).text(), message, remedy)
            : Problem.at(
                Location.file("environment"), EnvironmentDefaults.variable(key), message, remedy));
  }
}
