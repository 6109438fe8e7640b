package dev.schemasync.model.catalog;

import com.google.common.collect.ImmutableSortedSet;

/**
 * An access control list as its difference from what PostgreSQL gives a new object of the kind and
 * owner ({@code acldefault}); so a NULL ACL and a spelled-out default one are equal, on every
 * version.
 *
 * @param granted held beyond the default
 * @param revoked of the default, but no longer held
 */
public record Privileges(ImmutableSortedSet<Grant> granted, ImmutableSortedSet<Grant> revoked) {
  /** Exactly the default. */
  public static final Privileges DEFAULT =
      new Privileges(ImmutableSortedSet.of(), ImmutableSortedSet.of());
}
