/**
 * The commands and their options, and nothing else: what a command does lives in the packages
 * beside this one.
 */
@NullMarked
package dev.schemasync.cli.command;

import org.jspecify.annotations.NullMarked;
