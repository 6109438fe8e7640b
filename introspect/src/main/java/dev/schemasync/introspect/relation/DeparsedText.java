package dev.schemasync.introspect.relation;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;

/**
 * Reads text that the server deparsed, no further than to find the items of a list: quotes are
 * doubled inside quotes, brackets match, there are no comments.
 */
final class DeparsedText {
  private final String text;
  private int position;

  DeparsedText(String text) {
    this.text = text;
  }

  /** Goes past this keyword if it comes next. */
  boolean accept(String keyword) {
    skipSpace();
    boolean found = text.startsWith(keyword, position);
    if (found) {
      position += keyword.length();
    }
    return found;
  }

  /** Whether nothing is left. */
  boolean atEnd() {
    skipSpace();
    return position == text.length();
  }

  /** The items of the list in parentheses that comes next. */
  ImmutableList<String> parenthesized() {
    checkState(accept("("), "no list at %s of: %s", position, text);
    ImmutableList<String> items = items();
    checkState(accept(")"), "list without end: %s", text);
    return items;
  }

  /** The items up to the end of the text, or to a parenthesis that was not opened here. */
  ImmutableList<String> items() {
    ImmutableList.Builder<String> items = ImmutableList.builder();
    int start = position;
    int depth = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '\'' || c == '"') {
        position = text.indexOf(c, position + 1);
        checkState(position >= 0, "quote without end: %s", text);
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        if (depth == 0) {
          break;
        }
        depth--;
      } else if (c == ',' && depth == 0) {
        items.add(text.substring(start, position).strip());
        start = position + 1;
      }
      position++;
    }
    return items.add(text.substring(start, position).strip()).build();
  }

  private void skipSpace() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }
}
