package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import java.util.Optional;

/**
 * What somebody tied to an extension by hand ({@code pg_depend}): an object that DEPENDS ON
 * EXTENSION, and is dropped with it, or one that ALTER EXTENSION … ADD made its member though its
 * script does not make it.
 *
 * @param object a constraint for the index that it is enforced by
 */
public record ExtensionTie(ObjectId object, Identifier extension, ObjectForm.OfExtension.Tie tie)
    implements CatalogObject {
  @Override
  public ObjectId.Formed id() {
    return new ObjectId.Formed(
        ObjectKind.EXTENSION_TIE, new ObjectForm.OfExtension(extension, tie, object));
  }

  /** The two have comments, what ties them does not. */
  @Override
  public Optional<String> comment() {
    return Optional.empty();
  }
}
