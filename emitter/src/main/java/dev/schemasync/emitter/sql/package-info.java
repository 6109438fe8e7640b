/**
 * The writer of statements and all that decides how a name, type or text is spelled. Quoting is
 * package-private here, so nothing else can quote; nothing here knows a step or a kind of object.
 */
@NullMarked
package dev.schemasync.emitter.sql;

import org.jspecify.annotations.NullMarked;
