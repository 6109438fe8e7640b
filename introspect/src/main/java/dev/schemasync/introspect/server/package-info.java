/**
 * What is true of the server and the user, whatever the schema is.
 *
 * <p>No object of the schema is read here.
 */
@NullMarked
package dev.schemasync.introspect.server;

import org.jspecify.annotations.NullMarked;
