package dev.schemasync.testkit.script;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A script of plain SQL, such as {@code pg_dump} writes, split into statements.
 *
 * <p>Strings are read as with {@code standard_conforming_strings = on}. The psql commands that
 * dumps and our own scripts hold (connect, restrict and its reverse, set) are skipped; any other is
 * an error.
 *
 * @param items what to run, in order
 */
public record SqlScript(ImmutableList<ScriptItem> items) {

  /**
   * Splits a text.
   *
   * @throws ScriptSyntaxException when a string, comment or statement does not end, or a psql
   *     command is in the way
   */
  public static SqlScript parse(String text) {
    return new SqlScript(new ScriptSplitter(text).split());
  }

  /**
   * Splits a file in UTF-8.
   *
   * @throws ScriptSyntaxException as {@link #parse} does
   */
  public static SqlScript read(Path file) throws IOException {
    return parse(Files.readString(file));
  }
}
