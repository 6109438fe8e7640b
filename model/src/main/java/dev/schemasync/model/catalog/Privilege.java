package dev.schemasync.model.catalog;

/**
 * The privileges of the manual's table "ACL Privilege Abbreviations" that database objects have.
 */
public enum Privilege {
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  TRUNCATE,
  REFERENCES,
  TRIGGER,
  /** Servers from 17. */
  MAINTAIN,
  USAGE,
  CREATE,
  EXECUTE
}
