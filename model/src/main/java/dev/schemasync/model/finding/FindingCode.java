package dev.schemasync.model.finding;

import java.util.Locale;
import java.util.Optional;

/** The kinds of findings. Their codes are stable: scripts and {@code --accept} name them. */
public enum FindingCode {
  PUBLICATION_MISSING(
      Severity.ERROR,
      unacceptable("it names the tables, and without them nothing could be copied")),
  PUBLICATION_EMPTY(Severity.ERROR, unacceptable("no table would be copied")),
  NO_REPLICA_IDENTITY(Severity.ERROR, acceptable()),
  UNSUPPORTED_OBJECT(Severity.ERROR, acceptable()),
  UNSUPPORTED_BY_DESTINATION(Severity.ERROR, acceptable()),
  MISSING_ROLE(Severity.ERROR, acceptable()),
  MISSING_EXTENSION(Severity.ERROR, acceptable()),
  EXTENSION_VERSION(Severity.WARNING, stopsNothing()),
  /** A server does not say which extensions it can install, and some are to be installed. */
  EXTENSIONS_UNKNOWN(Severity.WARNING, stopsNothing()),
  /** Tables of an extension hold data of users, which come neither with it nor with the schema. */
  EXTENSION_DATA(Severity.NOTE, stopsNothing()),
  /** Default privileges of the shard reach the members of an extension, which are not compared. */
  EXTENSION_PRIVILEGES(Severity.WARNING, stopsNothing()),
  /**
   * The source has large objects, which are data and come neither with rows nor with the schema.
   */
  LARGE_OBJECTS(Severity.WARNING, stopsNothing()),
  MISSING_LANGUAGE(Severity.ERROR, acceptable()),
  MISSING_COLLATION(Severity.ERROR, acceptable()),
  MISSING_TEXT_SEARCH(Severity.ERROR, acceptable()),
  MISSING_TABLESPACE(Severity.ERROR, acceptable()),
  MISSING_ACCESS_METHOD(Severity.ERROR, acceptable()),
  /** The options of a user mapping may not be read on the source, so that none is made. */
  USER_MAPPING_HIDDEN(Severity.ERROR, acceptable()),
  /** The options of a user mapping may not be read on one side. */
  USER_MAPPING_NOT_COMPARED(Severity.WARNING, stopsNothing()),
  MISSING_PRIVILEGE(Severity.ERROR, acceptable()),
  /** Only a superuser can make an object: no privilege helps. */
  SUPERUSER_NEEDED(Severity.ERROR, acceptable()),
  DATABASE_LOCALE(Severity.WARNING, stopsNothing()),
  DESTINATION_CONFLICT(Severity.ERROR, acceptable()),
  STRICTER_CONSTRAINT(Severity.WARNING, stopsNothing()),
  PARTITION_IDENTITY(Severity.WARNING, stopsNothing()),
  NOT_NULL_NAME(Severity.NOTE, stopsNothing()),
  TEXT_NOT_PROVED(Severity.ERROR, acceptable()),
  DESTINATION_READ_ONLY(Severity.ERROR, unacceptable("nothing can be written there")),
  DESTINATION_EXTRA(Severity.NOTE, stopsNothing()),
  /** Something that only the shard has can refuse or change rows, or the changes of a stage. */
  DESTINATION_INTERFERENCE(Severity.WARNING, stopsNothing()),
  /** An event trigger of the source is on the shard, and hears of what the stages do there. */
  EVENT_TRIGGER_FIRES(Severity.WARNING, stopsNothing()),
  /** An object that is on the shard gets another owner. */
  OWNER_CHANGES(Severity.WARNING, stopsNothing()),
  /** Somebody loses a privilege, or its grant option, on an object that is on the shard. */
  PRIVILEGES_REVOKED(Severity.WARNING, stopsNothing()),
  /** Somebody gets a privilege on an object that is on the shard. */
  PRIVILEGES_GRANTED(Severity.WARNING, stopsNothing()),
  /** A comment on an object that is on the shard is replaced or removed. */
  COMMENT_CHANGES(Severity.WARNING, stopsNothing()),
  /** What somebody set on an object that is on the shard, other than the default, is replaced. */
  STATE_CHANGES(Severity.WARNING, stopsNothing()),
  DEPENDENCY_LOOP(Severity.ERROR, acceptable()),
  SOURCE_SHARDS_DIFFER(Severity.ERROR, acceptable()),
  UNTESTED_VERSION(Severity.WARNING, stopsNothing()),
  INVALID_INDEX(Severity.WARNING, stopsNothing()),
  /** Somebody is building an index on the shard: it is invalid, but nothing that failed. */
  INDEX_UNDER_CONSTRUCTION(Severity.ERROR, acceptable()),
  OUT_OF_SCOPE(Severity.NOTE, stopsNothing()),
  OWNERSHIP_DROPPED(Severity.NOTE, stopsNothing()),
  SOURCE_STANDBY(Severity.NOTE, stopsNothing()),
  /**
   * The value of a sequence could not be read on the source, and is not needed yet or not known.
   */
  SEQUENCE_UNREADABLE(Severity.WARNING, stopsNothing()),
  /** The value of a sequence is to be set now, and may not be read on the source. */
  SEQUENCE_NOT_SET(Severity.ERROR, acceptable()),
  SEQUENCE_OUT_OF_RANGE(Severity.ERROR, acceptable()),
  SEQUENCE_FURTHER(Severity.NOTE, stopsNothing()),
  GRANTOR_CHANGES(Severity.WARNING, stopsNothing()),
  COLUMN_LIST(Severity.WARNING, stopsNothing()),
  ROW_FILTER(Severity.WARNING, stopsNothing()),
  /** Every shard sees all rows of a partition that is a foreign table. */
  FOREIGN_PARTITION(Severity.WARNING, stopsNothing()),
  NOT_YET_PRESENT(Severity.ERROR, acceptable()),
  VERIFICATION_DIFFERENCE(
      Severity.ERROR, unacceptable("it tells after a run that the shard is not as it should be"));

  private final Severity severity;
  private final Optional<String> refusal;

  FindingCode(Severity severity, Optional<String> refusal) {
    this.severity = severity;
    this.refusal = refusal;
  }

  /** What remains of a run has a meaning, and tells what was left out or may fail. */
  private static Optional<String> acceptable() {
    return Optional.empty();
  }

  private static Optional<String> unacceptable(String reason) {
    return Optional.of(reason);
  }

  private static Optional<String> stopsNothing() {
    return Optional.of("it is no error and stops nothing");
  }

  /** How grave it is. */
  public Severity severity() {
    return severity;
  }

  /** Why nobody can accept it, the end of a sentence; empty if an operator may go on in spite. */
  public Optional<String> refusal() {
    return refusal;
  }

  /** The stable code, in kebab-case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
