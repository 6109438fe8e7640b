package dev.schemasync.cli.config;

import java.time.Duration;

/**
 * {@code [general]}. A key that the file does not have comes from the environment ({@code
 * PGDOG_TLS_VERIFY} for {@code tls_verify}, and so on), then from PgDog's default.
 *
 * @param tls how connections to servers are secured
 * @param connectTimeout how long opening one connection may take; zero means no limit
 */
public record General(TlsSettings tls, Duration connectTimeout) {}
