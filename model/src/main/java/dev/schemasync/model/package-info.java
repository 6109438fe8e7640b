/**
 * The three small languages of the schema compiler, each in a package of its own: {@code catalog}
 * (what a database holds), {@code plan} (typed changes) and {@code script} (statements). Beside
 * them live what they share: names, server versions and features, findings, differences.
 *
 * <p>Nothing here knows OIDs, JDBC, quoting or the rendering of SQL.
 */
@NullMarked
package dev.schemasync.model;

import org.jspecify.annotations.NullMarked;
