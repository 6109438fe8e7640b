/**
 * The languages that the workers speak: names, catalog objects, server versions and features,
 * plans, scripts, differences and findings.
 *
 * <p>It knows no OID, no connection and no SQL text of its own making.
 */
module dev.schemasync.model {
  requires transitive com.google.common;
  requires static transitive org.jspecify;
  requires static transitive com.google.errorprone.annotations;
}
