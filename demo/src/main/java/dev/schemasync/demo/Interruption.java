package dev.schemasync.demo;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Cleans up when the process is asked to end (Ctrl-C, SIGTERM, a closed terminal): the servers
 * stop, their files go, and so does a temporary directory with half of a demonstration in it.
 */
final class Interruption implements AutoCloseable {
  private final Report report;
  private final AtomicReference<Servers> servers = new AtomicReference<>();
  private final AtomicReference<Path> unfinished = new AtomicReference<>();
  private final Thread hook = new Thread(this::cleanUp, "clean-up");

  /** From now on until it is closed. */
  Interruption(Report report) {
    this.report = report;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** These are up. */
  void stops(Servers started) {
    servers.set(started);
  }

  /** This is of no use before the demonstration is done. */
  void removes(Path directory) {
    unfinished.set(directory);
  }

  /** All is shown: what was written stays. */
  void finished() {
    unfinished.set(null);
  }

  private void cleanUp() {
    // What fails from now on fails because the servers are going.
    report.silence();
    Path directory = unfinished.getAndSet(null);
    Optional.ofNullable(servers.get()).ifPresent(Servers::close);
    try {
      if (directory != null) {
        MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
      }
      report.lastWords("Interrupted: the servers are stopped and their files are removed.");
    } catch (IOException e) {
      report.lastWords("Interrupted: the servers are stopped, but files are left: " + e);
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process began to end just now: there is no harm in cleaning up twice.
    }
  }
}
