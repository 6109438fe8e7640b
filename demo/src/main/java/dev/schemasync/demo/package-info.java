/**
 * The {@code ./pgdog demo} command: starts servers, runs the command line on them, shows the
 * result.
 *
 * <p>It is apart from {@code cli} so that the test kit stays out of what users run.
 */
@NullMarked
package dev.schemasync.demo;

import org.jspecify.annotations.NullMarked;
