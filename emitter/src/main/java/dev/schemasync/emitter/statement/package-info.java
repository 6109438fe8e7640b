/**
 * What the families of statements share: what an emission is, how objects are referred to, common
 * clauses. No family lives here.
 */
@NullMarked
package dev.schemasync.emitter.statement;

import org.jspecify.annotations.NullMarked;
