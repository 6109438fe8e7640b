/** What a check found: every problem has a severity, a stable code, an object and a remedy. */
@NullMarked
package dev.schemasync.model.finding;

import org.jspecify.annotations.NullMarked;
