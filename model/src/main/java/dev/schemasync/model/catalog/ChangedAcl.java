package dev.schemasync.model.catalog;

import java.util.Optional;

/**
 * What somebody gave and took of the privileges on an object that nobody made by hand: one that
 * comes with the server or with an extension, or a system column of a table. The object itself is
 * no part of a catalog; who has it has the privileges that initdb or the extension's script gave
 * ({@code pg_init_privs}).
 *
 * @param of whose privileges they are
 * @param privileges as their difference from those
 */
public record ChangedAcl(ObjectForm.AclOf of, @Alterable Privileges privileges)
    implements CatalogObject.AccessControlled {
  @Override
  public ObjectId.Formed id() {
    return new ObjectId.Formed(ObjectKind.CHANGED_ACL, of);
  }

  /** The object has one, its privileges do not. */
  @Override
  public Optional<String> comment() {
    return Optional.empty();
  }
}
