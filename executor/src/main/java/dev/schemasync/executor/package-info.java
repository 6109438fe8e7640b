/**
 * Turns a script into an outcome per statement and shard.
 *
 * <p>Connections, transactions, locks and retries live here. Nothing here knows a kind of object or
 * builds SQL beyond session and transaction control.
 */
@NullMarked
package dev.schemasync.executor;

import org.jspecify.annotations.NullMarked;
