package dev.schemasync.cli.config;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads {@code [general]} and the variables that stand in for its keys. */
final class GeneralReader {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** What holds where neither the file nor a variable says anything. */
  private static final TlsSettings DEFAULT_TLS =
      new TlsSettings(TlsVerify.PREFER, Optional.empty(), Optional.empty());

  private final TableView general;
  private final ValueType.Choice verifyWords;
  private final EnvironmentDefaults environment;
  private final ImmutableList.Builder<Problem> problems = ImmutableList.builder();

  GeneralReader(TableView general, ValueType.Table schema, Map<String, String> environment) {
    this.general = general;
    ValueType.Table keys = (ValueType.Table) schema.key("general");
    this.verifyWords = (ValueType.Choice) keys.key(TlsReader.VERIFY);
    this.environment = new EnvironmentDefaults(environment);
  }

  General read() {
    ServerTls given = new TlsReader(general, environment::text, problems).read();
    TlsSettings tls =
        DEFAULT_TLS.with(
            new ServerTls(
                given
                    .verify()
                    .or(() -> environment.choice(TlsReader.VERIFY, TlsVerify.class, verifyWords)),
                given.caCertificate(),
                given.client()));
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
}
