package dev.schemasync.planner.kind;

import dev.schemasync.model.catalog.Extension;
import dev.schemasync.model.catalog.ObjectId;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.Signature;

/** Something of a server that an object needs to be made there, and that is not copied. */
public sealed interface Surrounding {
  /** The files and version of an extension. */
  record Installable(Extension extension) implements Surrounding {}

  /** A tablespace. */
  record Tablespace(Identifier name) implements Surrounding {}

  /** An access method of tables or indexes, which an extension may bring. */
  record AccessMethod(Identifier name) implements Surrounding {}

  /** A collation. */
  record Collation(QualifiedName name) implements Surrounding {}

  /** A text search parser, template or dictionary, if it is one of the system. */
  record OfTextSearch(ObjectId.InSchema object) implements Surrounding {}

  /** A role that it names, beside its owner and those who have privileges on it. */
  record Role(Identifier name) implements Surrounding {}

  /** An owner who has to be a superuser. */
  record SuperuserAsOwner(Identifier owner) implements Surrounding {}

  /**
   * A superuser who makes it.
   *
   * @param property of the object that asks for one, after "is"
   */
  record Superuser(String property) implements Surrounding {}

  /**
   * A superuser who makes it, unless one of its types is made by the same user before.
   *
   * @param property of the object otherwise, after "is"
   */
  record OwnType(String property) implements Surrounding {}

  /** A superuser who makes it, unless this function is made by the same user before. */
  record OwnFunction(Signature function) implements Surrounding {}

  /** A superuser who makes it, unless this operator is made by the same user. */
  record OwnOperator(ObjectId operator) implements Surrounding {}

  /**
   * Whoever owns an object that nobody made by hand: a superuser, unless an extension brings it.
   */
  record OwnerOfWhatComes() implements Surrounding {}

  /** A language, which an extension may bring. */
  record Language(Identifier name) implements Surrounding {}
}
