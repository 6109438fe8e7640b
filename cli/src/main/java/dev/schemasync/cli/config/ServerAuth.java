package dev.schemasync.cli.config;

import java.util.Locale;

/** {@code server_auth}: where the credentials for a server come from. */
public enum ServerAuth {
  PASSWORD,
  RDS_IAM,
  AZURE_WORKLOAD_IDENTITY,
  VAULT_DYNAMIC,
  VAULT_STATIC;

  /** The word in the file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
