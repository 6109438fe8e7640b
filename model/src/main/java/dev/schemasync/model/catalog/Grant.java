package dev.schemasync.model.catalog;

import dev.schemasync.model.name.Identifier;
import java.util.Comparator;
import java.util.Optional;

/**
 * One privilege of one grantee, an exploded {@code aclitem}.
 *
 * @param grantable whether it was given WITH GRANT OPTION
 * @param grantor who gave it, or empty for the object's owner
 */
public record Grant(
    Grantee grantee, Privilege privilege, boolean grantable, Optional<Identifier> grantor)
    implements Comparable<Grant> {
  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::grantee)
          .thenComparing(Grant::privilege)
          .thenComparing(Grant::grantable)
          .thenComparing(g -> g.grantor().map(Identifier::value).orElse(""));

  @Override
  public int compareTo(Grant other) {
    return ORDER.compare(this, other);
  }
}
