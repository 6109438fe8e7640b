package dev.schemasync.emitter.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemasync.emitter.sql.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "select ';'",
        "SELECT \";\"",
        "SELECT $$;$$, $a$ $$ ; $a$",
        "SELECT E'\\';', e'a''b', B'01', X'ff', N'a', U&'a;', U&\"b;\"",
        "SELECT a[1:2], (b)[(1)]",
        "SELECT $1, 1.5e10, a$b, é",
        "SELECT 'a' || '''' || \"\"\"\"",
        "SELECT begin, atomic",
        "SELECT 1 BEGIN ATOMIC SELECT 1; SELECT CASE WHEN a THEN 1 END; END",
        "SELECT 'a\nb'",
        "SELECT a - - 1, b / c, '\\'"
      })
  void wellFormed(String sql) {
    assertThatCode(() -> StatementCheck.check(sql, "SELECT")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 1;                           | second statement",
        "SELECT 1; DROP TABLE t              | second statement",
        "SELECT 'a                           | string at position 7 has no end",
        "SELECT E'a\\'                       | string at position 8 has no end",
        "SELECT 'it''s                       | string at position 7 has no end",
        "SELECT \"a                          | quoted identifier at position 7 has no end",
        "SELECT $a$ x $b$                    | dollar-quoted string at position 7 has no end",
        "SELECT $$ $                         | dollar-quoted string at position 7 has no end",
        "SELECT /* /* */ 1                   | comment at position 7 has no end",
        "SELECT /* a */ 1                    | a comment at position 7",
        "SELECT 1 -- a                       | a comment at position 9",
        "SELECT (1                           | a '(' that nothing closes at position 7",
        "SELECT 1)                           | a ')' that closes nothing at position 8",
        "SELECT (a[1)]                       | a ')' that closes nothing at position 11",
        "SELECT [(1]                         | a ']' that closes nothing",
        "SELECT 1 BEGIN ATOMIC SELECT 1;     | without END",
        "SELECT 1 BEGIN ATOMIC CASE END      | without END",
        "SELECT 1 BEGIN ATOMIC (a;) END      | second statement",
        "SELECT 1 BEGIN ATOMIC END; SELECT 2 | second statement",
        "INSERT                              | does not begin with SELECT",
        "\"SELECT\" 1                        | does not begin with SELECT",
        "''                                  | does not begin with SELECT",
      })
  void malformed(String sql, String problem) {
    assertThatThrownBy(() -> StatementCheck.check(sql, "SELECT"))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE RULE r AS ON INSERT TO t DO NOTHING",
        "CREATE RULE r AS ON INSERT TO t DO (INSERT INTO u VALUES (';'); NOTIFY n)",
        "CREATE RULE r AS ON INSERT TO t WHERE (a > (1)) DO INSTEAD (DELETE FROM u; NOTIFY n;)"
      })
  void aRuleHoldsSeveralActionsInParentheses(String sql) {
    assertThatCode(() -> StatementCheck.check(sql, "CREATE RULE")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE RULE r AS ON INSERT TO t DO NOTHING; DROP TABLE t",
        "CREATE RULE r AS ON INSERT TO t DO (NOTIFY n; NOTIFY m); DROP TABLE t",
        "CREATE RULE r AS ON INSERT TO t DO (INSERT INTO u VALUES (1; 2))"
      })
  void nothingFollowsARule(String sql) {
    assertThatThrownBy(() -> StatementCheck.check(sql, "CREATE RULE"))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("second statement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMENT ON RULE", "CREATE TABLE"})
  void onlyWhatMakesARuleHoldsSeveralActions(String keywords) {
    assertThatThrownBy(() -> StatementCheck.check(keywords + " r (a; b)", keywords))
        .isInstanceOf(Rejection.class)
        .hasMessageContaining("second statement");
  }

  @Test
  void everyLeadingKeywordCounts() {
    assertThatCode(
            () -> StatementCheck.check("create Unlogged\nTABLE t ()", "CREATE UNLOGGED TABLE"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> StatementCheck.check("CREATE TABLE t ()", "CREATE UNLOGGED TABLE"))
        .isInstanceOf(Rejection.class);
    assertThatThrownBy(() -> StatementCheck.check("CREATE", "CREATE TABLE"))
        .isInstanceOf(Rejection.class);
    assertThatThrownBy(() -> StatementCheck.check("", "CREATE")).isInstanceOf(Rejection.class);
  }

  @Test
  void tokensKeepTheirTextAndPlace() {
    assertThat(StatementLexer.lex("a 'b;' $t$c$t$/*d/*e*/*/(--f"))
        .containsExactly(
            new Token(Token.Kind.WORD, "a", 0),
            new Token(Token.Kind.STRING, "'b;'", 2),
            new Token(Token.Kind.STRING, "$t$c$t$", 7),
            new Token(Token.Kind.COMMENT, "/*d/*e*/*/", 14),
            new Token(Token.Kind.SYMBOL, "(", 24),
            new Token(Token.Kind.COMMENT, "--f", 25));
  }
}
