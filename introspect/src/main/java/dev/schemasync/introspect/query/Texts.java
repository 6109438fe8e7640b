package dev.schemasync.introspect.query;

import dev.schemasync.model.name.Identifier;
import dev.schemasync.model.name.QualifiedName;
import dev.schemasync.model.name.TypeRef;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names, types and short texts of one reading, each kept once: a catalog of a thousand tables
 * holds a few of them thousands of times.
 */
final class Texts {
  /** Longer ones are bodies and expressions, which seldom come twice. */
  private static final int LONGEST = 64;

  private static final int FIRST_SIZE = 1 << 10;

  private final Map<QualifiedName, QualifiedName> names = new HashMap<>();
  private final Map<TypeRef, TypeRef> types = new HashMap<>();

  /** An open table, of a size that is a power of two, at most half full. */
  private @Nullable Known[] known = new Known[FIRST_SIZE];

  private int count;

  /** A text in the bytes that the server sent, in what becomes of it. */
  private static final class Known {
    private final byte[] bytes;
    private final int hash;
    private final String text;
    private @Nullable Identifier identifier;

    Known(byte[] bytes, int hash) {
      this.bytes = bytes;
      this.hash = hash;
      this.text = decode(bytes, 0, bytes.length);
    }
  }

  /** The text in UTF-8, which every connection speaks, that stands between two positions. */
  String text(byte[] in, int from, int to) {
    return to - from > LONGEST ? decode(in, from, to) : known(in, from, to).text;
  }

  /** The text as a name. */
  Identifier identifier(byte[] in, int from, int to) {
    Known one = known(in, from, to);
    Identifier identifier = one.identifier;
    if (identifier == null) {
      identifier = Identifier.of(one.text);
      one.identifier = identifier;
    }
    return identifier;
  }

  /** The name of these parts. */
  QualifiedName name(Identifier schema, Identifier name) {
    return once(names, new QualifiedName(schema, name));
  }

  /** The type. */
  TypeRef type(TypeRef type) {
    return once(types, type);
  }

  private static <T> T once(Map<T, T> all, T one) {
    T first = all.putIfAbsent(one, one);
    return first == null ? one : first;
  }

  private static String decode(byte[] in, int from, int to) {
    return new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  private Known known(byte[] in, int from, int to) {
    int hash = hash(in, from, to);
    int place = place(known, in, from, to, hash);
    Known found = known[place];
    if (found == null) {
      found = new Known(Arrays.copyOfRange(in, from, to), hash);
      known[place] = found;
      count++;
      if (count * 2 > known.length) {
        grow();
      }
    }
    return found;
  }

  private static int hash(byte[] in, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + in[i];
    }
    return hash;
  }

  /** Where the text is or belongs. */
  private static int place(@Nullable Known[] table, byte[] in, int from, int to, int hash) {
    int place = spread(hash) & (table.length - 1);
    for (Known there = table[place]; there != null; there = table[place]) {
      if (there.hash == hash && Arrays.equals(there.bytes, 0, there.bytes.length, in, from, to)) {
        break;
      }
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 15);
  }

  private void grow() {
    @Nullable Known[] larger = new Known[known.length * 2];
    for (Known one : known) {
      if (one != null) {
        larger[place(larger, one.bytes, 0, one.bytes.length, one.hash)] = one;
      }
    }
    known = larger;
  }
}
