package dev.schemasync.cli.config;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Objects;
import java.util.Optional;

/** What a key of a configuration file accepts, as {@link SchemaDocument} reads it from a schema. */
sealed interface ValueType {

  /** What is accepted, in words that follow "expected". */
  String expectation();

  record Text() implements ValueType {
    @Override
    public String expectation() {
      return "a string";
    }
  }

  record Ipv4Address() implements ValueType {
    @Override
    public String expectation() {
      return "a string with an IPv4 address";
    }
  }

  record Flag() implements ValueType {
    @Override
    public String expectation() {
      return "true or false";
    }
  }

  /**
   * An integer within bounds.
   *
   * @param maximum {@link Long#MAX_VALUE} when TOML's own limit is the only one
   */
  record WholeNumber(long minimum, long maximum) implements ValueType {
    @Override
    public String expectation() {
      if (minimum == Long.MIN_VALUE && maximum == Long.MAX_VALUE) {
        return "an integer";
      }
      return maximum == Long.MAX_VALUE
          ? "an integer of at least " + minimum
          : "an integer from " + minimum + " to " + maximum;
    }
  }

  record Decimal() implements ValueType {
    @Override
    public String expectation() {
      return "a number";
    }
  }

  /** A word of a fixed list; {@code -} may stand for {@code _}. */
  record Choice(ImmutableList<String> words) implements ValueType {
    boolean accepts(String word) {
      return words.contains(word.replace('-', '_'));
    }

    @Override
    public String expectation() {
      return words.stream().map(word -> '"' + word + '"').collect(joining(", ", "one of ", ""));
    }
  }

  record Items(ValueType element) implements ValueType {
    @Override
    public String expectation() {
      return element instanceof Table ? "an array of tables" : "an array";
    }
  }

  /**
   * A table whose keys are fixed.
   *
   * @param documentation the page that describes the keys
   */
  record Table(
      ImmutableMap<String, ValueType> keys,
      ImmutableSet<String> required,
      Optional<String> documentation)
      implements ValueType {

    /** The type of a key that the table has. */
    ValueType key(String name) {
      return Objects.requireNonNull(keys.get(name), name);
    }

    @Override
    public String expectation() {
      return "a table";
    }
  }

  /** A table whose keys the user chooses. */
  record Entries(ValueType value) implements ValueType {
    @Override
    public String expectation() {
      return "a table";
    }
  }

  record AnyOf(ImmutableList<ValueType> alternatives) implements ValueType {
    @Override
    public String expectation() {
      return alternatives.stream().map(ValueType::expectation).distinct().collect(joining(" or "));
    }
  }
}
