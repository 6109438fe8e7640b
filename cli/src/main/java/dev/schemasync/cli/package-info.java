/**
 * The command line: configuration files, flags, progress, reports and exit codes.
 *
 * <p>What another program would want to call belongs in a worker module, not here.
 */
@NullMarked
package dev.schemasync.cli;

import org.jspecify.annotations.NullMarked;
