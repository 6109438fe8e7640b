/**
 * What reads a written statement back: our lexer, the statement check, and JSqlParser. Nothing here
 * has a part in writing.
 */
@NullMarked
package dev.schemasync.emitter.check;

import org.jspecify.annotations.NullMarked;
