package dev.schemasync.cli.config;

import static java.util.stream.Collectors.joining;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
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
    boolean contains(long number) {
      return minimum <= number && number <= maximum;
    }

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

  /** A word of a fixed list. */
  record Choice(ImmutableList<String> words) implements ValueType {
    boolean accepts(String word) {
      return words.contains(word);
    }

    /**
     * The word that is meant outside of a file, where PgDog minds neither case nor {@code _} and
     * {@code -}.
     */
    Optional<String> meant(String spelling) {
      return words.stream().filter(word -> bare(word).equals(bare(spelling))).findFirst();
    }

    private static String bare(String word) {
      return CharMatcher.anyOf("_-").removeFrom(word.toLowerCase(Locale.ROOT));
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
   * @param keys by every name that they have
   * @param aliases other names of keys; a table gives a key under one name only
   * @param documentation the page that describes the keys
   */
  record Table(
      ImmutableMap<String, ValueType> keys,
      ImmutableMap<String, String> aliases,
      ImmutableSet<String> required,
      Optional<String> documentation)
      implements ValueType {

    /** The tables in the array that a key of the table holds. */
    Table elementOf(String name) {
      return (Table) ((Items) key(name)).element();
    }

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
