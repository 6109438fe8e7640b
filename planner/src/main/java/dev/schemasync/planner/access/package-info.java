/**
 * What objects of many kinds have: owners, privileges, comments; and what giving them takes away.
 */
@NullMarked
package dev.schemasync.planner.access;

import org.jspecify.annotations.NullMarked;
