package dev.schemasync.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.cli.socket.KeepAliveSocketFactory;
import dev.schemasync.cli.socket.PasswordPlugin;
import dev.schemasync.cli.socket.TlsSocketFactory;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Collectors;

/** The one place that knows what the PostgreSQL driver calls things. */
final class JdbcSettings {

  /** How often a server that works on a statement looks whether its client is still there. */
  private static final Duration CHECK_AT_WORK = Duration.ofSeconds(5);

  private JdbcSettings() {}

  static String url(ServerTarget target) {
    return "jdbc:postgresql://"
        + target.authority()
        + "/"
        + URLEncoder.encode(target.database(), UTF_8);
  }

  static Properties properties(ServerTarget target, Access access, Vigilance vigilance) {
    Properties properties = new Properties();
    properties.setProperty("user", target.user());
    target.password().ifPresent(secret -> properties.setProperty("password", secret.reveal()));
    properties.setProperty("authenticationPluginClassName", PasswordPlugin.class.getName());
    properties.setProperty("ApplicationName", "pgdog");
    // Lets the driver send the name with its first message instead of in a query of its own.
    properties.setProperty("assumeMinServerVersion", "9.4");
    String seconds = Long.toString(wholeSeconds(target.connectTimeout()));
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    if (target.role() == Role.AUTO && access == Access.WRITE) {
      properties.setProperty("targetServerType", "primary");
    }
    String options =
        sessionSettings(target, vigilance).entrySet().stream()
            .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
    if (!options.isEmpty()) {
      properties.setProperty("options", options);
    }
    if (target.keepAlive().enabled()) {
      setKeepAlive(properties, target.keepAlive());
    }
    setTls(properties, target.tls());
    return properties;
  }

  /** Set at connection start, which costs no round trip. */
  private static ImmutableMap<String, Long> sessionSettings(
      ServerTarget target, Vigilance vigilance) {
    ImmutableMap.Builder<String, Long> settings = ImmutableMap.builder();
    target.statementTimeout().ifPresent(t -> settings.put("statement_timeout", t.toMillis()));
    target.lockTimeout().ifPresent(t -> settings.put("lock_timeout", t.toMillis()));
    KeepAlive keepAlive = target.keepAlive();
    if (keepAlive.enabled() && vigilance != Vigilance.NONE) {
      settings
          .put("tcp_keepalives_idle", (long) keepAlive.timeSeconds())
          .put("tcp_keepalives_interval", (long) keepAlive.intervalSeconds())
          .put("tcp_keepalives_count", (long) keepAlive.retries())
          .put("tcp_user_timeout", keepAlive.patience().toMillis());
    }
    if (vigilance == Vigilance.AT_WORK) {
      settings.put("client_connection_check_interval", CHECK_AT_WORK.toMillis());
    }
    return settings.buildOrThrow();
  }

  private static void setKeepAlive(Properties properties, KeepAlive keepAlive) {
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("socketFactory", KeepAliveSocketFactory.class.getName());
    properties.setProperty(KeepAliveSocketFactory.TIME, Integer.toString(keepAlive.timeSeconds()));
    properties.setProperty(
        KeepAliveSocketFactory.INTERVAL, Integer.toString(keepAlive.intervalSeconds()));
    properties.setProperty(KeepAliveSocketFactory.RETRIES, Integer.toString(keepAlive.retries()));
  }

  private static void setTls(Properties properties, TlsSettings tls) {
    properties.setProperty("sslfactory", TlsSocketFactory.class.getName());
    properties.setProperty(
        "sslmode",
        switch (tls.verify()) {
          case DISABLED -> "disable";
          case PREFER -> "prefer";
          case VERIFY_CA -> "verify-ca";
          case VERIFY_FULL -> "verify-full";
        });
    tls.caCertificate().ifPresent(path -> properties.setProperty("sslrootcert", path));
    tls.client()
        .ifPresent(
            client -> {
              properties.setProperty("sslcert", client.certificate());
              properties.setProperty("sslkey", client.privateKey());
            });
  }

  /** The driver counts in seconds, and its zero means no limit. */
  private static long wholeSeconds(Duration timeout) {
    long millis = timeout.toMillis();
    return Math.min(Integer.MAX_VALUE / 1000, millis / 1000 + (millis % 1000 == 0 ? 0 : 1));
  }
}
