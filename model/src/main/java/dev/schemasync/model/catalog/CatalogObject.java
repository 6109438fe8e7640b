package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * One object of a database. The permitted records are the object kinds; a {@code switch} expression
 * over them without {@code default} is how each worker shows that it forgot none.
 */
public sealed interface CatalogObject
    permits CatalogObject.Owned,
        CatalogObject.AccessControlled,
        Extension,
        AccessMethod,
        Transform,
        ExtensionTie,
        Cast,
        FamilyMember,
        TextSearch,
        UserMapping,
        Constraint,
        Index,
        Rule,
        Trigger,
        Policy,
        UnsupportedObject {
  /** What identifies the object. */
  ObjectId id();

  /** The object's comment ({@code pg_description}). */
  Optional<String> comment();

  /** An object that has an owner of its own. */
  sealed interface Owned extends CatalogObject
      permits Granted,
          Collation,
          Conversion,
          Operator,
          OperatorFamily,
          OperatorClass,
          TextSearch.Dictionary,
          TextSearch.Configuration,
          Statistics,
          Publication,
          EventTrigger {
    /** The role that owns it. */
    Identifier owner();
  }

  /** What has privileges of its own. */
  sealed interface AccessControlled extends CatalogObject permits Granted, ChangedAcl {
    /** The privileges on it. */
    Privileges privileges();
  }

  /** An object that has an access control list. */
  sealed interface Granted extends Owned, AccessControlled
      permits Schema,
          Language,
          Type,
          RangePart,
          Routine,
          ForeignDataWrapper,
          ForeignServer,
          Relation,
          DefaultAcl {}
}
