/** The face of one run of {@code schema-sync}: what it asks of the engine, and what it tells. */
@NullMarked
package dev.schemasync.cli.sync;

import org.jspecify.annotations.NullMarked;
