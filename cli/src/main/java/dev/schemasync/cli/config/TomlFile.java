package dev.schemasync.cli.config;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/**
 * One file, read and compared with its schema.
 *
 * @param problems all that is wrong; the table may be used only when there are none
 */
record TomlFile(TableView top, ImmutableList<Problem> problems) {

  /** What the parser says about text that it quotes, which may be a password without quotes. */
  private static final Pattern QUOTED_TEXT =
      Pattern.compile(
          "^(Unexpected|Invalid[a-z ]*?)(:? '.*?'(?=, expected|$)|: .*)", Pattern.DOTALL);

  /** A quoted token without letters and digits is punctuation and helps to find the place. */
  private static final Pattern PUNCTUATION = Pattern.compile("Unexpected '[^\\p{Alnum}\\\\]+'.*");

  /**
   * Reads and checks a file.
   *
   * @param flag how the user gives the path, for the remedy
   */
  static TomlFile read(Path path, String flag, ValueType.Table schema) {
    String file = path.toString();
    String text;
    try {
      text = Files.readString(path);
    } catch (NoSuchFileException e) {
      return unreadable(file, "no such file", flag);
    } catch (CharacterCodingException e) {
      return unreadable(file, "is not UTF-8 text", flag);
    } catch (IOException e) {
      String reason = Files.isDirectory(path) ? "is a directory" : "cannot be read";
      return unreadable(file, reason, flag);
    }
    TomlParseResult parsed = Toml.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    // What is left of a broken file misses keys that it has, so only the breaks are reported.
    ImmutableList<Problem> problems =
        parsed.hasErrors()
            ? parsed.errors().stream()
                .map(error -> broken(file, error))
                .sorted(Problem.BY_POSITION)
                .collect(toImmutableList())
            : TableChecker.check(file, parsed, schema);
    return new TomlFile(TableView.top(file, parsed), problems);
  }

  /** A file that is not there and need not be. */
  static TomlFile empty(Path path) {
    return new TomlFile(TableView.top(path.toString(), Toml.parse("")), ImmutableList.of());
  }

  private static TomlFile unreadable(String file, String reason, String flag) {
    return new TomlFile(
        TableView.top(file, Toml.parse("")),
        ImmutableList.of(
            Problem.at(Location.file(file), "", reason, "give the path of the file with " + flag)));
  }

  private static Problem broken(String file, TomlParseError error) {
    return new Problem(
        file,
        error.position().line(),
        error.position().column(),
        "",
        "not valid TOML: " + withoutQuotedText(Objects.requireNonNullElse(error.getMessage(), "")),
        "");
  }

  private static String withoutQuotedText(String message) {
    if (PUNCTUATION.matcher(message).matches()) {
      return message;
    }
    return QUOTED_TEXT
        .matcher(message)
        .replaceFirst(quote -> quote.group(1).equals("Unexpected") ? "Unexpected text" : "$1");
  }
}
