package dev.schemasync.testkit.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a finished command said.
 *
 * @param status its exit status; 127 when there is no such command
 * @param output standard output and error, mixed
 */
record CommandResult(int status, String output) {

  static CommandResult run(List<String> command) {
    try {
      Process process = builder(command).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new CommandResult(process.waitFor(), output);
    } catch (IOException e) {
      return new CommandResult(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresUnavailableException("interrupted while running " + command, e);
    }
  }

  /**
   * A process that runs anywhere and whose messages this code can read, whatever the caller's
   * environment.
   */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(new java.io.File("/"));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
