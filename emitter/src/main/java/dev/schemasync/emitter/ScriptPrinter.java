package dev.schemasync.emitter;

import dev.schemasync.emitter.sql.OneLine;
import dev.schemasync.model.catalog.Stage;
import dev.schemasync.model.script.Script;
import dev.schemasync.model.script.Sql;
import dev.schemasync.model.script.Statement;
import java.util.List;

/**
 * Prints a script as plain SQL that psql runs as it stands: the dry run. Statements before the data
 * are one transaction, as they are in a real run; later ones stand alone.
 */
public final class ScriptPrinter {
  private final StringBuilder out = new StringBuilder();
  private boolean inTransaction;

  private ScriptPrinter() {}

  /** The script as text; it ends with a line break. */
  public static String print(Script script) {
    ScriptPrinter printer = new ScriptPrinter();
    printer.script(script);
    return printer.out.toString();
  }

  /**
   * The script for a file of its own: psql ends at the first statement that fails.
   *
   * @param remarks what the script is for; texts of any kind
   */
  public static String print(Script script, List<String> remarks) {
    StringBuilder file = new StringBuilder();
    remarks.forEach(remark -> file.append(comment(remark)));
    if (!script.statements().isEmpty()) {
      file.append("\\set ON_ERROR_STOP on\n");
    }
    return file.append(print(script)).toString();
  }

  /** A text of any kind as one line of comment; it ends with a line break. */
  public static String comment(String text) {
    return "-- " + OneLine.of(text) + "\n";
  }

  private void script(Script script) {
    int count = script.statements().size();
    remark("%s: %s".formatted(script.stage().label(), count(count)));
    if (count == 0) {
      return;
    }
    script.session().forEach(sql -> statement(sql.masked()));
    script.statements().forEach(statement -> statement(script.stage(), statement));
    transaction(false);
  }

  private void statement(Stage stage, Statement statement) {
    transaction(stage == Stage.PRE_DATA && statement.transactional());
    out.append('\n');
    remark("%d: %s".formatted(statement.number(), statement.summary()));
    Sql sql = statement.sql();
    if (!sql.secrets().isEmpty()) {
      remark(
          "secrets are not shown; give psql each as a variable: --set=%s=VALUE"
              .formatted(variable(statement, 1)));
    }
    statement.frame().ifPresent(frame -> statement(frame.opening().masked()));
    statement(sql.shown(secret -> ":'" + variable(statement, secret) + "'"));
    statement.frame().ifPresent(frame -> statement(frame.closing().masked()));
  }

  /** A variable of psql. Where nobody has set it, psql leaves it as it is, which is no SQL. */
  private static String variable(Statement statement, int secret) {
    return "secret_%d_%d".formatted(statement.number(), secret);
  }

  private void transaction(boolean wanted) {
    if (wanted != inTransaction) {
      out.append('\n');
      statement(wanted ? "BEGIN" : "COMMIT");
      inTransaction = wanted;
    }
  }

  private void statement(String sql) {
    out.append(sql).append(";\n");
  }

  private void remark(String text) {
    out.append(comment(text));
  }

  private static String count(int statements) {
    return switch (statements) {
      case 0 -> "nothing to do";
      case 1 -> "1 statement";
      default -> statements + " statements";
    };
  }
}
