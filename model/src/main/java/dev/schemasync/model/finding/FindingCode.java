package dev.schemasync.model.finding;

import java.util.Locale;

/** The kinds of findings. Their codes are stable: scripts and {@code --accept} name them. */
public enum FindingCode {
  PUBLICATION_MISSING(Severity.ERROR),
  PUBLICATION_EMPTY(Severity.ERROR),
  NO_REPLICA_IDENTITY(Severity.ERROR),
  UNSUPPORTED_OBJECT(Severity.ERROR),
  UNSUPPORTED_BY_DESTINATION(Severity.ERROR),
  MISSING_ROLE(Severity.ERROR),
  MISSING_EXTENSION(Severity.ERROR),
  EXTENSION_VERSION(Severity.WARNING),
  /** Default privileges of the shard reach the members of an extension, which are not compared. */
  EXTENSION_PRIVILEGES(Severity.WARNING),
  MISSING_LANGUAGE(Severity.ERROR),
  MISSING_COLLATION(Severity.ERROR),
  MISSING_TABLESPACE(Severity.ERROR),
  MISSING_ACCESS_METHOD(Severity.ERROR),
  MISSING_PRIVILEGE(Severity.ERROR),
  DATABASE_LOCALE(Severity.WARNING),
  DESTINATION_CONFLICT(Severity.ERROR),
  DESTINATION_READ_ONLY(Severity.ERROR),
  DESTINATION_EXTRA(Severity.NOTE),
  /** Something that only the shard has can refuse or change rows, or the changes of a stage. */
  DESTINATION_INTERFERENCE(Severity.WARNING),
  /** An object that is on the shard gets another owner. */
  OWNER_CHANGES(Severity.WARNING),
  /** Somebody loses a privilege, or its grant option, on an object that is on the shard. */
  PRIVILEGES_REVOKED(Severity.WARNING),
  /** Somebody gets a privilege on an object that is on the shard. */
  PRIVILEGES_GRANTED(Severity.WARNING),
  /** A comment on an object that is on the shard is replaced or removed. */
  COMMENT_CHANGES(Severity.WARNING),
  DEPENDENCY_LOOP(Severity.ERROR),
  SOURCE_SHARDS_DIFFER(Severity.ERROR),
  UNTESTED_VERSION(Severity.WARNING),
  INVALID_INDEX(Severity.WARNING),
  OUT_OF_SCOPE(Severity.NOTE),
  OWNERSHIP_DROPPED(Severity.NOTE),
  SOURCE_STANDBY(Severity.NOTE),
  SEQUENCE_UNREADABLE(Severity.WARNING),
  SEQUENCE_OUT_OF_RANGE(Severity.ERROR),
  SEQUENCE_FURTHER(Severity.NOTE),
  GRANTOR_CHANGES(Severity.WARNING),
  COLUMN_LIST(Severity.WARNING),
  ROW_FILTER(Severity.WARNING),
  NOT_YET_PRESENT(Severity.ERROR),
  VERIFICATION_DIFFERENCE(Severity.ERROR);

  private final Severity severity;

  FindingCode(Severity severity) {
    this.severity = severity;
  }

  /** How grave it is. */
  public Severity severity() {
    return severity;
  }

  /** The stable code, in kebab-case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
