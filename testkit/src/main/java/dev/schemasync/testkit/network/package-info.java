/** What a test needs to know about the wire between a client and a server. */
@NullMarked
package dev.schemasync.testkit.network;

import org.jspecify.annotations.NullMarked;
