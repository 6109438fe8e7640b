package dev.schemasync.testkit.dump;

import com.google.common.collect.ImmutableList;
import dev.schemasync.testkit.script.ScriptOutcome;

/**
 * What {@code pg_dump} prints of a database that was made from another database's dump.
 *
 * @param statements as {@link PgDump#dumpSchema} returns them
 * @param failures the statements of the first dump that could not be run again
 */
public record CanonicalDump(
    ImmutableList<String> statements, ImmutableList<ScriptOutcome.Failure> failures) {}
