package dev.schemasync.model.name;

import static com.google.common.base.Preconditions.checkArgument;

import org.jspecify.annotations.Nullable;

/**
 * A raw PostgreSQL identifier (type {@code name}), without quotes, exactly as the catalogs hold it.
 *
 * @param value the characters; an empty value or one with NUL is refused with an {@link
 *     IllegalArgumentException}
 */
public record Identifier(String value) implements Comparable<Identifier> {
  public Identifier {
    checkArgument(!value.isEmpty(), "an identifier cannot be empty");
    checkArgument(value.indexOf('\0') < 0, "an identifier cannot contain NUL");
  }

  /** The identifier of these characters. */
  public static Identifier of(String value) {
    return new Identifier(value);
  }

  @Override
  public int compareTo(Identifier other) {
    return value.compareTo(other.value);
  }

  // Written out, here and in other names: what a record brings is slow until it is optimized, and
  // names are compared more often than anything else.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Identifier that && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
