/** Schemas and extensions. */
@NullMarked
package dev.schemasync.planner.schema;

import org.jspecify.annotations.NullMarked;
