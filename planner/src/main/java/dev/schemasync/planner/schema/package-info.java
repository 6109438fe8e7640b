/** Schemas, extensions and event triggers: what lives in no schema. */
@NullMarked
package dev.schemasync.planner.schema;

import org.jspecify.annotations.NullMarked;
