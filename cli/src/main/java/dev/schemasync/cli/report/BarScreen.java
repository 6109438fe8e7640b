package dev.schemasync.cli.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last lines of a terminal, one per bar, which are drawn over; remarks scroll by above them.
 * Bars redraw from a thread of their own, so everything passes through one lock.
 */
final class BarScreen {
  private final PrintStream out;
  private final int width;
  private final List<String> bars = new ArrayList<>();
  private int drawn;

  BarScreen(PrintStream out) {
    this.out = out;
    this.width = new ConsoleProgressBarConsumer(out).getMaxRenderedLength();
  }

  /** A line for one more bar, below the others. */
  synchronized ProgressBarConsumer addBar() {
    bars.add("");
    return new Line(bars.size() - 1);
  }

  /** Prints a line that stays. */
  synchronized void remark(String text) {
    redraw(text + "\n");
  }

  private synchronized void draw(int bar, String text) {
    bars.set(bar, text);
    redraw("");
  }

  private void redraw(String above) {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      // Moves the cursor up to the first of them and erases from there (ECMA-48: CUU, ED).
      text.append("\u001b[%dA\r\u001b[J".formatted(drawn));
    }
    text.append(above);
    bars.forEach(bar -> text.append(bar).append('\n'));
    drawn = bars.size();
    out.print(text);
    out.flush();
  }

  /** Where one bar draws itself. */
  private final class Line implements ProgressBarConsumer {
    private final int number;

    Line(int number) {
      this.number = number;
    }

    @Override
    public int getMaxRenderedLength() {
      return width;
    }

    @Override
    public void accept(String bar) {
      draw(number, bar);
    }

    @Override
    public void close() {}
  }
}
