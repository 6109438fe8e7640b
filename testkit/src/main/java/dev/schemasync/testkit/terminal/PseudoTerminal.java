package dev.schemasync.testkit.terminal;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A real terminal as far as a program can tell, with the test at its other end: it types, reads
 * what is shown, and hangs up. A program that runs on it leads a session of its own, so that what
 * is typed and a hang-up reach it as they do from a terminal window.
 */
public final class PseudoTerminal implements AutoCloseable {
  /** What Ctrl-C types. */
  public static final String CTRL_C = "\u0003";

  private static final int ROWS = 30;
  private static final int COLUMNS = 100;

  private final int master;
  private final File device;

  /** Keeps the settings: they are reset when nobody has the device open. */
  private final RandomAccessFile held;

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Thread reader;
  private volatile boolean closed;

  private PseudoTerminal(int master, File device) throws IOException {
    this.master = master;
    this.device = device;
    held = new RandomAccessFile(device, "rw");
    reader = Thread.ofPlatform().daemon().name("pseudo-terminal").start(this::read);
  }

  /**
   * Opens one.
   *
   * @throws TestAbortedException where the system has no program that starts another in a session
   *     of its own
   */
  public static PseudoTerminal open() throws IOException, InterruptedException {
    if (Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).noneMatch(Files::isExecutable)) {
      throw new TestAbortedException("no setsid (of util-linux) to start a session on a terminal");
    }
    int master = LibC.openMaster();
    PseudoTerminal terminal = new PseudoTerminal(master, new File(LibC.slaveName(master)));
    terminal.stty("rows", "" + ROWS, "cols", "" + COLUMNS);
    return terminal;
  }

  /** A process yet to be started whose terminal this is; its id is that of the command. */
  public ProcessBuilder process(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(
                ImmutableList.<String>builder()
                    // Whoever runs the tests may ignore signals (nohup), and that is inherited.
                    .add("env", "--default-signal", "setsid", "--ctty")
                    .addAll(command)
                    .build())
            .redirectInput(device)
            .redirectOutput(device)
            .redirectError(device);
    builder.environment().put("TERM", "xterm");
    return builder;
  }

  /** Types. */
  public void type(String text) throws IOException {
    LibC.write(master, text.getBytes(StandardCharsets.UTF_8));
  }

  /** All that was written so far, with its control characters. */
  public String shown() {
    synchronized (shown) {
      return shown.toString(StandardCharsets.UTF_8);
    }
  }

  /** Waits until what is shown is as it should be, and returns it. */
  @CanIgnoreReturnValue
  public String await(Predicate<String> condition, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.test(shown())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the terminal only shows:\n" + shown());
      }
      Thread.sleep(20);
    }
    return shown();
  }

  /** The modes of the terminal: echo, signals, line editing and so on. */
  public String settings() throws IOException, InterruptedException {
    return stty("-g");
  }

  private String stty(String... arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(ImmutableList.<String>builder().add("stty").add(arguments).build())
            .redirectInput(device)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("stty failed: " + said);
    }
    return said.strip();
  }

  private void read() {
    try {
      while (!closed) {
        byte[] bytes = LibC.read(master, 50);
        synchronized (shown) {
          shown.writeBytes(bytes);
        }
      }
      LibC.close(master);
    } catch (IOException e) {
      throw new IllegalStateException("the pseudo-terminal broke", e);
    }
  }

  /** Hangs up, as if its window were closed: its session gets SIGHUP, and it takes no more. */
  @Override
  public void close() throws IOException {
    closed = true;
    held.close();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
