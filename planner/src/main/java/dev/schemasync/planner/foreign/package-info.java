/** Foreign-data wrappers, the servers that are reached by them, and who is who there. */
@NullMarked
package dev.schemasync.planner.foreign;

import org.jspecify.annotations.NullMarked;
