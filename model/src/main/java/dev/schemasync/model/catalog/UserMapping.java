package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableMap;
import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.Secret;
import java.util.Optional;

/**
 * Who somebody is on a foreign server ({@code pg_user_mapping}). It has neither owner nor comment.
 *
 * @param user a role, or everybody who has no mapping of their own
 */
public record UserMapping(
    Identifier server, Grantee user, @Alterable @Limited(Limited.To.CHOICE) Options options)
    implements CatalogObject {
  @Override
  public ObjectId.Formed id() {
    return new ObjectId.Formed(ObjectKind.USER_MAPPING, new ObjectForm.UserMapping(server, user));
  }

  @Override
  public Optional<String> comment() {
    return Optional.empty();
  }

  /** Its options: who may not read them only knows that there may be some. */
  public sealed interface Options {
    /** These, in their order. */
    record Known(ImmutableMap<String, Secret> values) implements Options {
      @Override
      public String toString() {
        return values.toString();
      }
    }

    /** Whatever there is: the user may not read it ({@code pg_user_mappings}). */
    record Hidden() implements Options {
      @Override
      public String toString() {
        return "hidden";
      }
    }
  }
}
