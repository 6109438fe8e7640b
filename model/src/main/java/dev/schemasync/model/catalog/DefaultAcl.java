package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * The default privileges on what a role makes ({@code pg_default_acl}, ALTER DEFAULT PRIVILEGES).
 *
 * @param owner the role whose objects are meant; it can be no other
 * @param schema where it makes them; in all schemas if missing
 * @param on what it makes
 * @param privileges what differs from PostgreSQL's own default; in one schema, which only adds to
 *     what holds in all, everything that is added
 */
public record DefaultAcl(
    Identifier owner,
    Optional<Identifier> schema,
    ObjectForm.DefaultsOf.Target on,
    @Alterable Privileges privileges)
    implements CatalogObject.Granted {
  @Override
  public ObjectId.Formed id() {
    return new ObjectId.Formed(
        ObjectKind.DEFAULT_ACL, new ObjectForm.DefaultsOf(owner, schema, on));
  }

  /** No command gives it one. */
  @Override
  public Optional<String> comment() {
    return Optional.empty();
  }
}
