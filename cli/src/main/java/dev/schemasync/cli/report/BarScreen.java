package dev.schemasync.cli.report;

import dev.schemasync.cli.Screen;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last lines of a terminal, one per bar, which are drawn over; remarks scroll by above them.
 * Bars redraw from a thread of their own, so everything passes through one lock.
 */
final class BarScreen {
  private final PrintStream out;
  private final Screen screen;
  private final List<String> bars = new ArrayList<>();
  private int drawn;

  BarScreen(PrintStream out, Screen screen) {
    this.out = out;
    this.screen = screen;
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

  /** The bars stay as they are; what comes next is printed below them. */
  synchronized void finish() {
    bars.clear();
    drawn = 0;
  }

  private synchronized void draw(int bar, String text) {
    if (bar < bars.size()) {
      bars.set(bar, text);
      redraw("");
    }
  }

  private void redraw(String above) {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      // Moves the cursor up to the first of them and erases from there (ECMA-48: CUU, ED).
      text.append("\u001b[%dA\r\u001b[J".formatted(drawn));
    }
    text.append(above);
    // The cursor cannot move to what has scrolled off: the line below the bars needs room, too.
    List<String> shown = bars.subList(0, Math.min(bars.size(), screen.rows() - 1));
    shown.forEach(bar -> text.append(bar).append('\n'));
    drawn = shown.size();
    out.print(text);
    out.flush();
  }

  /** Where one bar draws itself. */
  private final class Line implements ProgressBarConsumer {
    private final int number;

    Line(int number) {
      this.number = number;
    }

    /** One less than fits: some terminals begin the next line when this one is full. */
    @Override
    public int getMaxRenderedLength() {
      return screen.columns() - 1;
    }

    @Override
    public void accept(String bar) {
      draw(number, bar);
    }

    @Override
    public void close() {}
  }
}
