package dev.schemasync.testkit.server;

import com.google.common.collect.EvictingQueue;
import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server process that never outlives this JVM: a shell stands between the two and stops the
 * server when its standard input closes, which the operating system does for us even if the JVM is
 * killed.
 */
final class ServerProcess {

  /**
   * {@code $1} is the folder to remove in the end, the rest is the command. SIGINT asks for a fast
   * shutdown. What a terminal sends to everybody on it (Ctrl-C, a hang-up) is for the JVM to decide
   * on: the shell must live to clear up, and the server gets a session of its own, where the system
   * has the means.
   */
  private static final String GUARD =
      """
      trap '' INT HUP
      folder=$1; shift
      exec 3<&0
      if command -v setsid >/dev/null; then set -- setsid "$@"; fi
      "$@" 3<&- </dev/null &
      server=$!
      { read -r _ <&3; kill -INT "$server"; } 2>/dev/null &
      guard=$!
      wait "$server"
      status=$?
      kill "$guard" 2>/dev/null
      rm -rf -- "$folder"
      exit "$status"
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final Thread reader;
  private final EvictingQueue<String> log = EvictingQueue.create(200);

  private ServerProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().name("postgres-log").start(this::readLog);
  }

  static ServerProcess start(ServerAccount account, java.nio.file.Path folder, List<String> command)
      throws IOException {
    ImmutableList<String> guarded =
        ImmutableList.<String>builder()
            .add("/bin/sh", "-c", GUARD, "postgres-guard", folder.toString())
            .addAll(command)
            .build();
    return new ServerProcess(CommandResult.builder(account.command(guarded)).start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The last lines the server wrote. */
  String log() {
    if (!process.isAlive()) {
      join(reader);
    }
    synchronized (log) {
      return String.join("\n", log);
    }
  }

  /** Ends all sessions and then the server; if it does not obey, kills it. */
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The process is gone already.
    }
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void readLog() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (log) {
          log.add(line);
        }
      }
    } catch (IOException e) {
      if (process.isAlive()) {
        throw new UncheckedIOException("cannot read the log of the server", e);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
