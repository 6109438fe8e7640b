package dev.schemasync.demo;

import com.google.common.base.Joiner;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** The time after the demonstration, when its servers stay up for the user to look around. */
final class Visit {
  private final Servers servers;
  private final StageRunner runner;
  private final Report report;

  Visit(Servers servers, StageRunner runner, Report report) {
    this.servers = servers;
    this.runner = runner;
    this.report = report;
  }

  /** Says how to connect and what to try. */
  void describe() {
    report.heading("The servers are still up");
    report.line("Connect:");
    for (Member member : servers.all()) {
      report.command(
          "PGPASSWORD=%s psql -h %s -p %d -U %s %s   # %s"
              .formatted(
                  member.password(),
                  member.server().host(),
                  member.server().port(),
                  Member.ADMIN,
                  Member.DATABASE,
                  member.label()));
    }
    report.line("Change the source, say by");
    report.command("CREATE INDEX ON sales.orders (channel);");
    report.line("and see what is to be done for it, then do it:");
    String command = "./pgdog " + Joiner.on(' ').join(runner.arguments(Stage.POST_DATA));
    report.command(command + " --dry-run");
    report.command(command);
    report.line("Enter or Ctrl-C stops the servers and removes their files.");
  }

  /** Returns at the end of a line. Without any input, as in the background, it never does. */
  void await(InputStream in) throws IOException {
    try {
      int read = in.read();
      while (read >= 0 && read != '\n') {
        read = in.read();
      }
      if (read < 0) {
        new CountDownLatch(1).await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
