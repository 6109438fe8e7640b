/** Statements about publications. */
@NullMarked
package dev.schemasync.emitter.replication;

import org.jspecify.annotations.NullMarked;
