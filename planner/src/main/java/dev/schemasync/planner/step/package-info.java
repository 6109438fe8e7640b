/** What steps do to a server beside what they are for. */
@NullMarked
package dev.schemasync.planner.step;

import org.jspecify.annotations.NullMarked;
