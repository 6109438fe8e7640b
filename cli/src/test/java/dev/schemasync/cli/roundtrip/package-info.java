/**
 * Runs of the whole command between real servers: a source is synced to shards stage by stage, and
 * the shards are read again and compared with it.
 */
@NullMarked
package dev.schemasync.cli.roundtrip;

import org.jspecify.annotations.NullMarked;
