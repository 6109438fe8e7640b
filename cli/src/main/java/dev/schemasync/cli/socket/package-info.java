/**
 * The sockets that the PostgreSQL driver uses: it makes them by the names of the two factories here
 * and hands them its own properties.
 */
@NullMarked
package dev.schemasync.cli.socket;

import org.jspecify.annotations.NullMarked;
