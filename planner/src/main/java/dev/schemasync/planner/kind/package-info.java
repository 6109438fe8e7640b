/** What all kinds of objects are asked, and what they answer from. */
@NullMarked
package dev.schemasync.planner.kind;

import org.jspecify.annotations.NullMarked;
