package dev.schemasync.cli;

import dev.schemasync.cli.command.Pgdog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The entry of the {@code pgdog} command. */
public final class Main {
  private static final Path WORKING_DIRECTORY = Path.of("");

  private Main() {}

  /** Runs the command line and exits with its status. */
  public static void main(String[] args) {
    ResultStream out = ResultStream.standardOutput();
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(out, err, () -> Screen.ofStandardError(System.getenv()), WORKING_DIRECTORY);
    int status = out.status(Pgdog.run(args, terminal, System.getenv()), err);
    err.flush();
    System.exit(status);
  }

  /**
   * Does what the command line does, for callers in the same process.
   *
   * @param out gets the result and nothing else
   * @param err gets findings, progress and reports
   * @param environment of which {@code PGDOG_*} count
   * @return the exit status: 0 done, 1 done but with failures or differences, 2 usage or
   *     configuration, 3 a server could not be reached or was lost
   */
  public static int run(
      String[] args, PrintStream out, PrintStream err, Map<String, String> environment) {
    return Pgdog.run(args, new Terminal(out, err, false, WORKING_DIRECTORY), environment);
  }
}
