/**
 * How a server is asked: queries and the rows that they return, transactions that write nothing,
 * locks that are waited for.
 *
 * <p>Nothing here knows an object of the catalog language.
 */
@NullMarked
package dev.schemasync.introspect.query;

import org.jspecify.annotations.NullMarked;
