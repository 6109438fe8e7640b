/** Statements that go with many kinds: owners, privileges, comments. */
@NullMarked
package dev.schemasync.emitter.access;

import org.jspecify.annotations.NullMarked;
