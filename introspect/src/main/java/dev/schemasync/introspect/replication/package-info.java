/**
 * Reads publications.
 *
 * <p>What they publish is named, not looked at.
 */
@NullMarked
package dev.schemasync.introspect.replication;

import org.jspecify.annotations.NullMarked;
