package dev.schemasync.cli.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one place that knows what the PostgreSQL driver calls things. */
final class JdbcSettings {

  private JdbcSettings() {}

  static String url(ServerTarget target) {
    return "jdbc:postgresql://"
        + target.authority()
        + "/"
        + URLEncoder.encode(target.database(), UTF_8);
  }

  static Properties properties(ServerTarget target, Access access) {
    Properties properties = new Properties();
    properties.setProperty("user", target.user());
    target.password().ifPresent(secret -> properties.setProperty("password", secret.reveal()));
    properties.setProperty("ApplicationName", "pgdog");
    // Lets the driver send the name with its first message instead of in a query of its own.
    properties.setProperty("assumeMinServerVersion", "9.4");
    String seconds = Long.toString(wholeSeconds(target.connectTimeout()));
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    if (target.role() == Role.AUTO && access == Access.WRITE) {
      properties.setProperty("targetServerType", "primary");
    }
    String options = sessionOptions(target);
    if (!options.isEmpty()) {
      properties.setProperty("options", options);
    }
    setTls(properties, target.tls());
    return properties;
  }

  /** Set at connection start, which costs no round trip. */
  private static String sessionOptions(ServerTarget target) {
    return Stream.concat(
            target.statementTimeout().stream().map(t -> "-c statement_timeout=" + t.toMillis()),
            target.lockTimeout().stream().map(t -> "-c lock_timeout=" + t.toMillis()))
        .collect(Collectors.joining(" "));
  }

  private static void setTls(Properties properties, TlsSettings tls) {
    properties.setProperty(
        "sslmode",
        switch (tls.verify()) {
          case DISABLED -> "disable";
          case PREFER -> "prefer";
          case VERIFY_CA -> "verify-ca";
          case VERIFY_FULL -> "verify-full";
        });
    tls.caCertificate().ifPresent(path -> properties.setProperty("sslrootcert", path));
    tls.certificate().ifPresent(path -> properties.setProperty("sslcert", path));
    tls.privateKey().ifPresent(path -> properties.setProperty("sslkey", path));
    if (tls.verify().verifies() && tls.caCertificate().isEmpty()) {
      // The driver's own factory would look for a file in the home directory; this one trusts the
      // authorities that the Java runtime trusts.
      properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
  }

  /** The driver counts in seconds, and its zero means no limit. */
  private static long wholeSeconds(Duration timeout) {
    long millis = timeout.toMillis();
    return Math.min(Integer.MAX_VALUE / 1000, millis / 1000 + (millis % 1000 == 0 ? 0 : 1));
  }
}
