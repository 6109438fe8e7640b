package dev.schemasync.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * A call of the command as users make it.
 *
 * @param status its exit status
 * @param output all it printed, including help and complaints
 */
record DemoRun(int status, String output) {

  /** Calls it, with an end of line as all that is ever typed. */
  static DemoRun of(Pgdog pgdog, String... arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(output, true, UTF_8);
    DemoCommand command =
        new DemoCommand(
            pgdog,
            ImmutableMap.of(),
            new ByteArrayInputStream("\n".getBytes(UTF_8)),
            new Report(out, false));
    int status = Main.run(arguments, command, out, out);
    return new DemoRun(status, output.toString(UTF_8));
  }
}
