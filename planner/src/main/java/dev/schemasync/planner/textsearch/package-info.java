/** Text search: parsers, templates, dictionaries, configurations. */
@NullMarked
package dev.schemasync.planner.textsearch;

import org.jspecify.annotations.NullMarked;
