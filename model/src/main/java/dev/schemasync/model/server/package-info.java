/**
 * Facts about one server: its version, the features that follow from it (the only place that
 * compares version numbers outside the query variants of introspection), its roles, extensions and
 * limits, and the {@link dev.schemasync.model.server.Snapshot} that one introspection returns.
 */
@NullMarked
package dev.schemasync.model.server;

import org.jspecify.annotations.NullMarked;
