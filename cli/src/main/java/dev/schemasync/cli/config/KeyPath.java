package dev.schemasync.cli.config;

import java.util.List;
import org.tomlj.Toml;

/**
 * Where a value stands in a file, written as its reader would: {@code databases[0].host}.
 *
 * @param text empty for the file's top level
 */
record KeyPath(String text) {

  static final KeyPath TOP = new KeyPath("");

  KeyPath key(String name) {
    String quoted = Toml.joinKeyPath(List.of(name));
    return new KeyPath(text.isEmpty() ? quoted : text + "." + quoted);
  }

  KeyPath element(int index) {
    return new KeyPath(text + "[" + index + "]");
  }

  @Override
  public String toString() {
    return text;
  }
}
