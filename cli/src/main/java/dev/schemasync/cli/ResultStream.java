package dev.schemasync.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Standard output, where the result of a command goes. A {@link PrintStream} keeps to itself what
 * goes wrong; this one is asked in the end.
 */
public final class ResultStream extends PrintStream {
  /** What a process ends with that a broken pipe ends: 128 and the number of SIGPIPE. */
  private static final int BROKEN_PIPE = 141;

  private final Recorder recorder;

  private ResultStream(Recorder recorder) {
    super(recorder, true, StandardCharsets.UTF_8);
    this.recorder = recorder;
  }

  /** Standard output in UTF-8. */
  public static ResultStream standardOutput() {
    return new ResultStream(new Recorder(new FileOutputStream(FileDescriptor.out)));
  }

  /**
   * The exit status of a command that ended with {@code status}: never 0 when its result did not
   * arrive. Of a reader who has gone away nothing is said, as is the custom in pipes.
   *
   * @param err is told of anything else
   */
  public int status(int status, PrintStream err) {
    flush();
    Optional<IOException> problem = Optional.ofNullable(recorder.problem.get());
    if (problem.isEmpty()) {
      return status;
    }
    String reason = String.valueOf(problem.get().getMessage());
    if (reason.toLowerCase(Locale.ROOT).contains("broken pipe")) {
      return status == ExitStatus.DONE.code() ? BROKEN_PIPE : status;
    }
    err.println("error: the result could not be written to standard output: " + reason);
    return status == ExitStatus.DONE.code() ? ExitStatus.FAILED.code() : status;
  }

  /** Remembers the first problem. */
  private static final class Recorder extends OutputStream {
    private final OutputStream out;
    private final AtomicReference<IOException> problem = new AtomicReference<>();

    Recorder(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        problem.compareAndSet(null, e);
        throw e;
      }
    }
  }
}
