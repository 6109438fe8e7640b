package dev.schemasync.demo;

import static com.google.common.base.Strings.isNullOrEmpty;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.schemasync.cli.ResultStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;

/** Entry point of {@code ./pgdog demo}. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    ResultStream out = ResultStream.standardOutput();
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    boolean colour = isTerminal() && isNullOrEmpty(System.getenv("NO_COLOR"));
    DemoCommand command =
        new DemoCommand(
            dev.schemasync.cli.Main::run, System.getenv(), System.in, new Report(out, colour));
    int status = out.status(run(arguments, command, out, err), err);
    err.flush();
    System.exit(status);
  }

  /**
   * Runs the command.
   *
   * @param out for help
   * @param err for complaints about the arguments
   * @return the exit status
   */
  static int run(String[] arguments, DemoCommand command, PrintStream out, PrintStream err) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out, true, UTF_8))
        .setErr(new PrintWriter(err, true, UTF_8))
        .execute(arguments);
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}
