package dev.schemasync.testkit.script;

/** One thing to run out of a script. */
public sealed interface ScriptItem {

  /** The line it starts on, from 1. */
  int line();

  /** The SQL, without its semicolon and without comments before it. */
  String sql();

  /** An SQL statement. */
  record Statement(int line, String sql) implements ScriptItem {}

  /**
   * A {@code COPY … FROM stdin} with the rows that follow it in the script.
   *
   * @param data the rows, each with its line end, without the closing {@code \.}
   */
  record CopyIn(int line, String sql, String data) implements ScriptItem {}
}
