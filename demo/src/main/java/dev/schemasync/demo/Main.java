package dev.schemasync.demo;

import static com.google.common.base.Strings.isNullOrEmpty;
import static java.nio.charset.StandardCharsets.UTF_8;

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
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    boolean colour = isTerminal() && isNullOrEmpty(System.getenv("NO_COLOR"));
    DemoCommand command =
        new DemoCommand(
            dev.schemasync.cli.Main::run, System.getenv(), System.in, new Report(out, colour));
    int status = run(arguments, command, out, err);
    out.flush();
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

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
  }
}
